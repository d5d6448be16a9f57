using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Functions of extension types.</summary>
internal sealed partial class TypeChecker
{
    private Typed Call(Expr.ExtensionCall e, Capabilities known)
    {
        var function = ExtensionFunctions.All[e.Function];
        var wrong = false;
        foreach (var (argument, index) in e.Arguments.Select((argument, index) => (argument, index)))
        {
            var expected = index < function.Parameters.Count ? TypeOf(function.Parameters[index]) : null;
            wrong |= (expected is null ? Check(argument, known) : Check(argument, known, $"`{expected}`", type => LeastUpperBound.Of(type, expected) is not null)).Type is null;
        }

        if (e.Arguments.Count != function.Parameters.Count)
            return Wrong(e, $"`{e.Function}` takes {function.Parameters.Count} arguments, found {e.Arguments.Count}");
        return wrong || (function.IsConstructor && !IsGood(function, e)) ? Typed.Wrong : Typed.Of(TypeOf(function.Result));
    }

    /// <summary>What makes an extension value must be a literal, so that it is known beforehand to make one.</summary>
    private bool IsGood(ExtensionFunction constructor, Expr.ExtensionCall e)
    {
        if (e.Arguments[0] is not Expr.Literal { Value: CedarString text })
            Wrong(e.Arguments[0], $"`{e.Function}` takes only text that is written out");
        else if (!Makes(constructor.Result, text.Value))
            Wrong(e.Arguments[0], $"{Quoted.Text(text.Value)} is no `{TypeOf(constructor.Result)}`");
        else
            return true;
        return false;
    }

    private static bool Makes(ValueKind kind, string text) => kind switch
    {
        ValueKind.Decimal => CedarDecimal.Parse(text) is not null,
        ValueKind.IpAddress => CedarIpAddress.Parse(text) is not null,
        ValueKind.DateTime => CedarDateTime.Parse(text) is not null,
        _ => CedarDuration.Parse(text) is not null,
    };

    private static CedarType TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => CedarType.Boolean,
        ValueKind.Long => CedarType.Long,
        ValueKind.String => CedarType.String,
        _ => SchemaNames.BuiltIn[TypeText.Name(kind)],
    };
}
