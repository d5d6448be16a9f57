using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Evaluation;

namespace InfoShare.Policy.Tests.Authorization;

public sealed class PolicyTraceTests
{
    [Fact]
    public void Each_part_of_the_scope_says_whether_it_holds()
    {
        var trace = Trace("permit (principal is User, action == Action::\"write\", resource in Album::\"x\");");

        Assert.Equal(
            [("principal is User", true), ("action == Action::\"write\"", false), ("resource in Album::\"x\"", false)],
            trace.Scope.Select(part => (part.Text, part.Holds)));
        Assert.True(trace.Outcome.IsFalse);
    }

    [Fact]
    public void Each_clause_says_how_it_fares_also_behind_one_that_does_not_hold()
    {
        var trace = Trace("""
            permit (principal, action, resource)
            when { context.count == 2 && (context.count > 2 && context.none) && principal has level || false }
            when { (true && context.count > 2) && context.none && 1 };
            """);

        Assert.Equal(["context.count == 2 && (context.count > 2 && context.none) && principal has level || false"], trace.Conditions[0].Clauses.Select(clause => clause.Text));
        Assert.True(trace.Conditions[0].Outcome.IsFalse);
        Assert.Equal(
            [("true", "True", true), ("context.count > 2", "False", true), ("context.none", "the record has no attribute `none`", false), ("1", "type error: expected bool, got long", false)],
            trace.Conditions[1].Clauses.Select(clause => (clause.Text, Said(clause.Outcome), clause.Reached)));
        Assert.True(trace.Conditions[1].Outcome.IsFalse);
        Assert.Equal(new(3, 17, 17), trace.Conditions[1].Clauses[1].Expr.Span);
    }

    [Fact]
    public void Unless_holds_where_one_of_its_clauses_does_not()
    {
        var trace = Trace("forbid (principal, action, resource) unless { context.count == 2 && principal in Team::\"night\" };");

        Assert.Equal(["True", "False"], trace.Conditions[0].Clauses.Select(clause => Said(clause.Outcome)));
        Assert.True(trace.Conditions[0].Outcome.IsTrue);
        Assert.True(trace.Outcome.IsTrue);
    }

    [Fact]
    public void A_policy_that_errs_says_why() =>
        Assert.Equal("the record has no attribute `none`", Trace("permit (principal, action, resource) when { context.none };").Outcome.Error);

    private static string Said(TraceOutcome outcome) => outcome.Error ?? $"{outcome.Value}";

    private static PolicyTrace Trace(string policy) =>
        Authorizer.Trace(PolicySet.Of(PolicyText.Parse(policy).Value!).Set!["policy0"]!, Evaluating.Request, Evaluating.World);
}
