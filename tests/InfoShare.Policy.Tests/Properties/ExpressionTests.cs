using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>
/// Single expressions of every type, which decisions alone would not tell apart: each is compared, in a policy, with the value
/// that the reference gives it.
/// </summary>
public sealed class ExpressionTests
{
    private static readonly EntityUid Expected = new("Expected", "");

    [Fact]
    public void An_expression_has_the_value_that_the_reference_gives_it_or_errs_with_it() => Values.Check(Runs.Cheap);

    [Fact]
    [Trait("Length", "long")]
    public void Every_expression_has_the_value_that_the_reference_gives_it_or_errs_with_it() => Values.Check(Runs.Many);

    private static Property Values => Prop.ForAll(
        Arb.From(Gen.OneOf(Exprs.Typed.Any, Exprs.Loose.Any, Exprs.Loose.Of(Kind.Bool)), ExprParts.Smaller),
        Cases.Entities.Zip(Cases.Requests).ToArbitrary(),
        (expr, asked) =>
        {
            var (entities, request) = asked;
            var value = new ReferenceInterpreter(request, entities).Evaluate(expr);

            var response = Authorizer.Decide(Engine.SetOf([IsExpected(expr)]), request, Engine.StoreOf([.. entities, Holding(value ?? new CedarString("an error"))]));

            Assert.True(
                value is null ? response.Errors.Count == 1 : response.Decision == Decision.Allow,
                $"{PolicyPrinter.Print(expr)}\nreference: {value?.ToString() ?? "an error"}\nengine: {response.Decision} {string.Join(' ', response.Errors)}");
        });

    private static Entity Holding(CedarValue value) => new(Expected, new([new("value", value)]), [], CedarRecord.Empty);

    private static CedarPolicy IsExpected(Expr expr)
    {
        var expected = new Expr.GetAttr(new Expr.Literal(Expected, default), "value", default);
        var any = new ScopeConstraint.Any(default);
        return new("policy0", Effect.Permit, [], any, any, any, [new(ConditionKind.When, new Expr.Binary(BinaryOperator.Equal, expr, expected, default), default)], default);
    }
}
