using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Evaluation;

/// <summary>Evaluates an expression in a small world of a school, a concern and who may read it.</summary>
internal static class Evaluating
{
    public static readonly EntityUid Ann = new("User", "ann");
    public static readonly EntityUid Read = new("Action", "read");
    public static readonly EntityUid Note = new("Note", "n");

    public static readonly EntityStore World = EntityStore.Of(
        new Entity(Ann, Record(("level", new CedarLong(3)), ("manager", new EntityUid("User", "gone"))), [new("Team", "duty")], Record(("area", new CedarString("north")))),
        new Entity(new("Team", "duty"), new EntityUid("Agency", "care")),
        new Entity(Read, new EntityUid("Action", "any")),
        new Entity(Note, Record(("owner", Ann)), [], CedarRecord.Empty)).Store!;

    public static readonly Request Request = new(Ann, Read, Note, Record(
        ("count", new CedarLong(2)),
        ("inner", Record(("deep", Record(("flag", CedarBool.True))), ("a b", CedarBool.True)))));

    /// <summary>The value, or the error.</summary>
    public static Evaluated Evaluate(string expr) => ExprCompiler.Compile(Parse(expr))(new(Request, World));

    public static Expr Parse(string expr)
    {
        var policies = PolicyText.Parse($"permit (principal, action, resource) when {{ {expr} }};");
        Assert.True(policies.IsValid, string.Join("; ", policies.Errors));
        return policies.Value[0].Conditions[0].Body;
    }

    private static CedarRecord Record(params (string Name, CedarValue Value)[] attributes) =>
        new(attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value)));
}
