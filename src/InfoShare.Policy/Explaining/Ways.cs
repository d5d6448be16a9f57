using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Sets;
using Way = System.Collections.Generic.IReadOnlyList<InfoShare.Policy.Explaining.Wish>;

namespace InfoShare.Policy.Explaining;

/// <summary>The ways in which a rule would come to permit, or cease to forbid: each a list of wishes, all of them needed. Pure.</summary>
internal static class Ways
{
    /// <summary>No rule that a person can read has more; one that is made to have more is cut off here.</summary>
    private const int Most = 64;

    private static readonly Way[] Already = [[]];

    /// <summary>How a permit would come to hold. None: it is about another part, or what it lacks is nothing to be wished.</summary>
    public static IReadOnlyList<Way> ToPermit(Question question, SharingRule permit)
    {
        var trace = question.Trace(permit);
        if (trace.Scope.Any(scope => scope.Variable is not Variable.Principal && !scope.Holds))
            return [];
        return trace.Conditions
            .Select(condition => To(question, condition.Condition.Body, condition.Condition.Kind is ConditionKind.When))
            .Aggregate<IReadOnlyList<Way>, IReadOnlyList<Way>>(ToHave(Principal(trace), wanted: true), Both);
    }

    /// <summary>How a forbid that holds would cease to: any one of its parts is enough.</summary>
    public static IReadOnlyList<Way> ToStop(Question question, SharingRule forbid)
    {
        var trace = question.Trace(forbid);
        return [
            .. Principal(trace).Constraint is ScopeConstraint.Any ? [] : ToHave(Principal(trace), wanted: false),
            .. trace.Conditions.SelectMany(condition => To(question, condition.Condition.Body, condition.Condition.Kind is ConditionKind.Unless)),
        ];
    }

    /// <summary>One of the first and one of the second, in every combination.</summary>
    public static IReadOnlyList<Way> Both(IReadOnlyList<Way> first, IReadOnlyList<Way> second) =>
        [.. first.SelectMany(one => second.Select(other => Wish.Together([.. one, .. other]))).OfType<Way>().Take(Most)];

    private static IReadOnlyList<Way> To(Question question, Expr expr, bool wanted) => expr switch
    {
        _ when question.Holds(expr) == wanted => Already,
        Expr.Unary { Operator: UnaryOperator.Not, Operand: var operand } => To(question, operand, !wanted),
        Expr.And both when wanted => Both(To(question, both.Left, wanted), To(question, both.Right, wanted)),
        Expr.Or either when !wanted => Both(To(question, either.Left, wanted), To(question, either.Right, wanted)),
        Expr.And both => [.. To(question, both.Left, wanted).Concat(To(question, both.Right, wanted)).Take(Most)],
        Expr.Or either => [.. To(question, either.Left, wanted).Concat(To(question, either.Right, wanted)).Take(Most)],
        _ => Wish.Together(ClauseWishes.Of(question, expr, wanted)) is { } wishes ? [wishes] : [],
    };

    private static Way[] ToHave(ScopeTrace principal, bool wanted) => principal.Holds == wanted
        ? Already
        : [[RecipientOf(principal, wanted)]];

    /// <summary>What a scope asks of the recipient.</summary>
    public static Wish RecipientOf(ScopeTrace principal, bool wanted)
    {
        EntityUid[] groups = principal.Constraint switch
        {
            ScopeConstraint.In { Entity: { } entity } => [entity],
            ScopeConstraint.IsIn { Entity: { } entity, EntityType: "Post" } => [entity],
            _ => [],
        };
        return ClauseWishes.Recipient(groups, principal.Text, wanted);
    }

    public static ScopeTrace Principal(PolicyTrace trace) => trace.Scope.Single(scope => scope.Variable is Variable.Principal);
}
