using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Explaining;

/// <summary>The permits that came nearest, and what in them does not hold. Pure.</summary>
internal static class NearMisses
{
    private const int Shown = 3;

    /// <summary>The nearest first, then in the order of the files; emergency access behind what is ordinary.</summary>
    public static IReadOnlyList<NearMiss> For(Question question) =>
        [.. question.Policy.Rules.Where(rule => rule.Permits)
            .Select(rule => (Rule: rule, Trace: question.Trace(rule)))
            .Where(one => IsAboutThis(question, one.Trace))
            .Select(one => (Miss: new NearMiss(one.Rule.Id, one.Rule.Place(), [.. Unmet(question, one.Trace)]), Emergency: AsksForEmergency(question, one.Trace)))
            .Where(one => one.Miss.Unmet.Count > 0)
            .OrderBy(one => one.Emergency).ThenBy(one => one.Miss.Unmet.Count)
            .Select(one => one.Miss).Take(Shown)];

    /// <summary>Where a rule is written.</summary>
    public static string Place(this SharingRule rule) => $"{rule.File}:{rule.Policy.Span.Line}";

    /// <summary>Not a rule for another part or type of message, or for reading where it was asked about knowing.</summary>
    private static bool IsAboutThis(Question question, PolicyTrace trace) =>
        trace.Scope.All(scope => scope.Variable is Variable.Principal || scope.Holds)
        && !trace.Conditions.Where(condition => condition.Condition.Kind is ConditionKind.When).SelectMany(condition => condition.Clauses)
            .Any(clause => !clause.Outcome.IsTrue && (Question.AsksWhich(clause.Expr) || question.AsksType(clause.Expr)));

    private static bool AsksForEmergency(Question question, PolicyTrace trace) => trace.Conditions
        .SelectMany(condition => condition.Clauses).Any(clause => question.PathOf(clause.Expr) == "context.emergencyAccess");

    private static IEnumerable<Unmet> Unmet(Question question, PolicyTrace trace)
    {
        var principal = Ways.Principal(trace);
        if (!principal.Holds)
            yield return new(Ways.RecipientOf(principal, wanted: true).Words, principal.Text);
        foreach (var condition in trace.Conditions.Where(condition => !condition.Outcome.IsTrue))
        {
            if (condition.Condition is { Kind: ConditionKind.Unless, Body: var body })
                yield return new(ClauseWords.Of(question, body, wanted: false), $"unless {{ {PolicyPrinter.Print(body)} }}");
            else
                foreach (var clause in condition.Clauses.Where(clause => !clause.Outcome.IsTrue))
                    yield return new(ClauseWords.Of(question, clause.Expr, wanted: true), clause.Text);
        }
    }
}
