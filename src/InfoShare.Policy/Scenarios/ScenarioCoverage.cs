using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Deciding;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Scenarios;

/// <summary>Which clauses of a set the scenarios try both ways. Pure.</summary>
public static class ScenarioCoverage
{
    /// <summary>One for each rule, in the order of the set.</summary>
    /// <param name="scenarios">Whatever set they name, this one decides them.</param>
    public static IReadOnlyList<RuleCoverage> Of(SharingPolicy policy, IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var asked = scenarios.SelectMany(scenario => Asked(policy, scenario.Facts())).ToList();
        return [.. policy.Rules.Select(rule => Cover(rule, asked.Select(one => Authorizer.Trace(policy.Compiled.Policies[rule.Id]!, one.Request, one.Entities)).ToList()))];
    }

    /// <summary>What there is to say about it: each gap with its place, then a total.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<RuleCoverage> coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        foreach (var rule in coverage)
        {
            if (rule.IsDead)
                yield return $"{Place(rule.Rule, rule.Rule.Policy.Span)}: {rule.Rule.Id}: satisfied in no scenario";
            foreach (var gap in rule.Gaps)
                yield return $"{Place(rule.Rule, gap.Span)}: {rule.Rule.Id}: {Never(gap)} in any scenario: {gap.Text}";
        }

        yield return $"rules: {coverage.Count}, satisfied in no scenario: {coverage.Count(rule => rule.IsDead)}; "
            + $"clauses: {coverage.Sum(rule => rule.Clauses.Count)}, seen true and seen false: {coverage.Sum(rule => rule.Clauses.Count - rule.Gaps.Count())}";
    }

    /// <summary>The questions that a decision asks: about the parts only where the recipient may know of the message.</summary>
    private static IEnumerable<(Request Request, EntityStore Entities)> Asked(SharingPolicy policy, SharingFacts facts)
    {
        var cedar = policy.ForCedar(facts);
        IEnumerable<Request> parts = policy.Decide(facts).MayKnow ? facts.Message.Parts.Select(cedar.ToRead) : [];
        return parts.Prepend(cedar.ToKnow()).Select(request => (request, cedar.Entities));
    }

    private static RuleCoverage Cover(SharingRule rule, IReadOnlyList<PolicyTrace> traces)
    {
        var clauses = traces.SelectMany(Seen).GroupBy(seen => seen.Span).Select(same => new ClauseCoverage(
            same.First().Text(), same.Key, same.Any(seen => seen.Outcome is true), same.Any(seen => seen.Outcome is false)));
        return new(rule, traces.Count(trace => trace.Outcome.IsTrue), [.. clauses]);
    }

    /// <summary>The outcome is null where something before it does not hold, so that it makes no difference.</summary>
    private static IEnumerable<(SourceSpan Span, Func<string> Text, bool? Outcome)> Seen(PolicyTrace trace)
    {
        foreach (var part in trace.Scope.Where(part => part.Constraint is not ScopeConstraint.Any))
            yield return (part.Constraint.Span, () => part.Text, part.Holds);
        var reached = trace.Scope.All(part => part.Holds);
        foreach (var condition in trace.Conditions)
        {
            foreach (var clause in condition.Clauses)
                yield return (clause.Expr.Span, () => clause.Text, reached && clause.Reached ? clause.Outcome.Value : null);
            reached = reached && condition.Outcome.IsTrue;
        }
    }

    private static string Never(ClauseCoverage gap) => gap switch
    {
        { SeenTrue: false, SeenFalse: false } => "never reached",
        { SeenTrue: false } => "never true",
        _ => "never false",
    };

    private static string Place(SharingRule rule, SourceSpan span) => $"{rule.File}:{span.Line}:{span.Column}";
}
