using System.Runtime.CompilerServices;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Finds the types of expressions in requests of one kind, strictly, and what has none.</summary>
/// <remarks>Cedar documentation, "Cedar policy validation"; Cedar's specification, Cedar/Validation/Typechecker.lean, and its soundness proof.</remarks>
internal sealed partial class TypeChecker(CedarSchema schema, RequestEnvironment environment, ExprShapes shapes, PolicyFindings findings)
{
    /// <summary>The type of a condition's body: boolean, or null where it is wrong.</summary>
    public Typed CheckCondition(Expr body, Capabilities known) => Boolean(body, known);

    private Typed Check(Expr expr, Capabilities known)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Wrong(expr, "the expression is nested too deeply to be checked");
        return expr switch
        {
            Expr.Literal e => Typed.Of(TypeOf(e.Value)),
            Expr.Var e => Typed.Of(TypeOf(e.Name)),
            Expr.If e => If(e, known),
            Expr.And e => And(e, known),
            Expr.Or e => Or(e, known),
            Expr.Unary e => Unary(e, known),
            Expr.Binary e => Binary(e, known),
            Expr.Has e => Has(e, known),
            Expr.GetAttr e => GetAttribute(e, known),
            Expr.Like e => Check(e.Target, known, "`String`", IsString).Giving(CedarType.Boolean),
            Expr.Is e => Is(e, known),
            Expr.IsIn e => IsIn(e, known),
            Expr.Set e => Set(e, known),
            Expr.Record e => Record(e, known),
            Expr.ExtensionCall e => Call(e, known),
            _ => throw new InvalidOperationException($"there is no rule for {expr.GetType().Name}"),
        };
    }

    /// <summary>Checks an operand that must be of a certain kind.</summary>
    private Typed Check(Expr expr, Capabilities known, string expected, Func<CedarType, bool> fits)
    {
        var found = Check(expr, known);
        return found.Type is null || fits(found.Type) ? found : Wrong(expr, $"expected {expected}, found `{found.Type}`");
    }

    private Typed Boolean(Expr expr, Capabilities known) => Check(expr, known, "`Bool`", type => type is CedarType.BooleanType);

    private CedarType? TypeOf(CedarValue literal) => literal switch
    {
        CedarBool value => value.Value ? CedarType.True : CedarType.False,
        CedarLong => CedarType.Long,
        CedarString => CedarType.String,
        // What is not declared has been said by ReferenceCheck.
        EntityUid uid => schema.Allows(uid) ? Entity(uid.Type) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(literal), "Cedar has no literals of other types."),
    };

    private CedarType TypeOf(Variable variable) => variable switch
    {
        Variable.Principal => Entity(environment.Principal),
        Variable.Action => Entity(environment.Action.Type),
        Variable.Resource => Entity(environment.Resource),
        _ => environment.Context,
    };

    private Typed Set(Expr.Set e, Capabilities known)
    {
        if (e.Elements.Count == 0)
            return Wrong(e, "the type of an empty set cannot be known");
        var elements = e.Elements.Select(element => Check(element, known).Type).ToList();
        var common = elements[0];
        foreach (var element in elements.Skip(1))
        {
            if (common is null || element is null)
                return Typed.Wrong;
            if (LeastUpperBound.Of(common, element) is not { } both)
                return Wrong(e, $"the elements of a set must be of one type, found `{common}` and `{element}`");
            common = both;
        }

        return common is null ? Typed.Wrong : Typed.Of(new CedarType.SetType(common));
    }

    private Typed Record(Expr.Record e, Capabilities known)
    {
        var attributes = new Dictionary<string, AttributeType>(e.Fields.Count);
        foreach (var (name, value) in e.Fields)
        {
            if (Check(value, known).Type is { } type)
                attributes[name] = new(type, IsRequired: true);
        }

        return attributes.Count == e.Fields.Count ? Typed.Of(new CedarType.RecordType(attributes)) : Typed.Wrong;
    }

    private Typed Wrong(Expr expr, string message)
    {
        findings.Add(expr.Span, message, environment);
        return Typed.Wrong;
    }

    private static CedarType.EntityType Entity(string type) => new(type);
}
