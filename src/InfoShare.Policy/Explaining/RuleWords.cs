using InfoShare.Contracts.Codes;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Deciding;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Explaining;

/// <summary>One rule in plain words, of no message in particular.</summary>
/// <param name="Knows">It decides about knowing of a message.</param>
/// <param name="Reads">It decides about reading a part.</param>
/// <param name="When">What must be so, in its order; empty: always.</param>
/// <param name="Unless">What must not be so.</param>
public sealed record RuleWords(bool Knows, bool Reads, IReadOnlyList<string> When, IReadOnlyList<string> Unless)
{
    /// <summary>Facts that say nothing, so that a clause is put into the words of any message.</summary>
    private static readonly SharingFacts Nothing = new(
        new("", AgencyKind.SocialCare, null, false, false, null, false, [], [], [], false, false, null, [], []),
        new("", AgencyKind.SocialCare, "", [], Relationship.Area), [], DateTimeOffset.UnixEpoch);

    /// <summary>Pure.</summary>
    public static RuleWords Of(SharingPolicy policy, SharingRule rule)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(rule);
        var cedar = rule.Policy;
        var reads = Concerns(cedar.Action, "read");
        var question = new Question(policy, Nothing, reads && !Concerns(cedar.Action, "know") ? PartName.Identity : null);
        return new(
            Concerns(cedar.Action, "know"), reads,
            [.. ScopeWords(cedar), .. Clauses(cedar, ConditionKind.When).Select(clause => Say(question, clause))],
            [.. cedar.Conditions.Where(condition => condition.Kind is ConditionKind.Unless).Select(condition => Say(question, condition.Body))]);
    }

    private static bool Concerns(ScopeConstraint action, string name) => action switch
    {
        ScopeConstraint.Equal { Entity: { } one } => one.Id == name,
        ScopeConstraint.In { Entity: { } one } => one.Id == name,
        ScopeConstraint.InAny several => several.Entities.Any(one => one.Id == name),
        _ => true,
    };

    private static IEnumerable<string> ScopeWords(CedarPolicy policy) =>
    [
        .. Said(policy.Principal, Variable.Principal, "the recipient is"),
        .. Said(policy.Resource, Variable.Resource, "the part is"),
    ];

    private static IEnumerable<string> Said(ScopeConstraint constraint, Variable variable, string so) => constraint switch
    {
        ScopeConstraint.Any => [],
        ScopeConstraint.In { Entity: { } one } => [$"{so} {Named(one)}"],
        ScopeConstraint.Equal { Entity: { } one } => [$"{so} {Named(one)}"],
        _ => [$"`{PolicyPrinter.Print(constraint, variable)}`"],
    };

    private static IEnumerable<Expr> Clauses(CedarPolicy policy, ConditionKind kind) =>
        policy.Conditions.Where(condition => condition.Kind == kind).SelectMany(condition => Split(condition.Body));

    private static IEnumerable<Expr> Split(Expr expr) => expr is Expr.And both ? Split(both.Left).Concat(Split(both.Right)) : [expr];

    private static string Say(Question question, Expr expr) => expr switch
    {
        Expr.And both => $"{Say(question, both.Left)} and {Say(question, both.Right)}",
        Expr.Or either => $"either {Say(question, either.Left)} or {Say(question, either.Right)}",
        Expr.Binary { Operator: BinaryOperator.In, Left: Expr.Var { Name: Variable.Principal } } binary => $"the recipient is {Options(question, binary.Right)}",
        Expr.Binary { Operator: BinaryOperator.Contains, Right: Expr.Var { Name: Variable.Resource } } binary => $"the part is {Options(question, binary.Left)}",
        Expr.Binary { Operator: BinaryOperator.Contains } binary when question.PathOf(binary.Left) is { } list && question.PathOf(binary.Right) is { } member
            && Vocabulary.Nouns.TryGetValue(list, out var among) && Vocabulary.Nouns.TryGetValue(member, out var who) => $"{who} is in {among}",
        Expr.Binary { Operator: BinaryOperator.Contains } binary when question.PathOf(binary.Right) is { } path && Vocabulary.Nouns.TryGetValue(path, out var noun) => $"{noun} is {Options(question, binary.Left)}",
        Expr.Binary binary when Compared(question, binary) is { } words => words,
        _ => ClauseWords.Of(question, expr, wanted: true),
    };

    /// <summary>A number of a partnership is named, not told: each sets its own. Null: there are no words for it.</summary>
    private static string? Compared(Question question, Expr.Binary clause)
    {
        if (question.PathOf(clause.Left) is not { } path || !Vocabulary.Nouns.TryGetValue(path, out var noun) || Comparison.Words(clause.Operator, wanted: true) is not { } words)
            return null;
        return question.PathOf(clause.Right) is { } other
            ? Vocabulary.Nouns.TryGetValue(other, out var bound) ? $"{noun} {words} {bound}" : null
            : question.ValueOf(clause.Right) is { } value && value is not CedarSet ? $"{noun} {words} {Comparison.Said(value)}" : null;
    }

    private static string Options(Question question, Expr expr) => question.ValueOf(expr) switch
    {
        EntityUid one => Named(one),
        CedarSet { Elements: var elements } => Vocabulary.OneOf([.. elements.Select(Named).Order(StringComparer.Ordinal)]),
        _ => $"`{PolicyPrinter.Print(expr)}`",
    };

    private static string Named(CedarValue value) => value switch
    {
        EntityUid { Type: "Role", Id: var id } => $"the {Vocabulary.Code(id)}",
        EntityUid { Type: "Part", Id: var id } => $"the {PartWords(id)}",
        _ => Comparison.Said(value),
    };

    private static string PartWords(string part) => string.Concat(part.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
