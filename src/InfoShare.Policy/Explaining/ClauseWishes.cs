using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Explaining;

/// <summary>What should be otherwise for one clause without <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> to be true, or to be false. Pure.</summary>
internal static class ClauseWishes
{
    private const string Level = "message.levelOfNeed";
    private static readonly string[] AllLevels = ["0", "1", "2", "3", "4", "5"];

    /// <summary>Never none: where there are no words for it, the clause's own text.</summary>
    public static IReadOnlyList<Wish> Of(Question question, Expr clause, bool wanted) =>
        Question.AsksWhich(clause) || question.AsksType(clause) ? [InCedar(clause, wanted) with { Impossible = true }]
        : clause switch
        {
            Expr.GetAttr when question.PathOf(clause) is { } path && Vocabulary.Statements.ContainsKey(path) => Statement(question.Facts, path, wanted),
            Expr.Has { Target: var target, Path: var steps } when question.PathOf(target) is { } path =>
                [Given($"{path}.{string.Join('.', steps)}", clause, wanted)],
            Expr.Binary { Operator: BinaryOperator.In, Left: Expr.Var { Name: Variable.Principal } } binary => [Among(question, binary, wanted)],
            Expr.Binary { Operator: BinaryOperator.Contains } binary when question.PathOf(binary.Right) is { } path && question.ValueOf(binary.Left) is CedarSet options =>
                [OneOf(path, options, clause, wanted)],
            Expr.Binary binary => [Compared(question, binary, wanted)],
            _ => [InCedar(clause, wanted)],
        };

    /// <summary>The recipient should be in one of these, or in none of them.</summary>
    /// <param name="cedar">The same as policies write it.</param>
    public static Wish Recipient(IReadOnlyList<EntityUid> groups, string cedar, bool wanted)
    {
        string[] ids = [.. groups.Select(group => group.Id)];
        string[] types = [.. groups.Select(group => group.Type).Distinct()];
        return types switch
        {
            ["Role"] =>
                new(ChangeKind.Role, "role", Vocabulary.AnyRole, [.. Roles.All.Where(role => ids.Contains(role) == wanted)]) { Apply = FactChanges.Role },
            ["AgencyKind"] =>
                new(ChangeKind.Recipient, "kind", _ => $"the recipient's kind of agency is {(wanted ? "" : "not ")}{string.Join(" or ", ids.Select(Vocabulary.Code))}", []),
            _ => new(ChangeKind.Recipient, cedar, _ => wanted ? $"`{cedar}`" : $"not `{cedar}`", []),
        };
    }

    /// <summary>That an agreement to share covers this part, and it alone.</summary>
    public static IReadOnlyList<Wish> AgreementNaming(PartName part, SharingFacts facts) =>
        [.. Statement(facts, "context.agreementNamesPart", wanted: true).Select(wish => wish with { Apply = (changed, _) => FactChanges.Agreed(changed, AgreementTo.Share, [part]) })];

    private static IReadOnlyList<Wish> Statement(SharingFacts facts, string path, bool wanted)
    {
        // Significant harm follows from the level and from immediate danger, of a concern.
        if (path == "message.riskOfSignificantHarm" && facts.Message.IsConcern)
            return [
                Levels([.. wanted ? AllLevels[4..] : AllLevels[..4]]),
                .. !wanted && facts.Message.ImmediateDanger ? Statement(facts, "message.immediateDanger", wanted: false) : [],
            ];
        var (isSo, isNot) = Vocabulary.Statements[path];
        var subject = path == "context.agreementNamesPart" ? "context.agreedToShare" : path;
        return [new(Vocabulary.KindOf(path), subject, _ => wanted ? isSo : isNot, [])
        {
            Apply = FactChanges.Statement(path, wanted),
            Weak = path == "context.agreedToShare" && wanted,
            Impossible = !wanted && Vocabulary.Protects(path),
        }];
    }

    private static Wish Given(string path, Expr clause, bool wanted)
    {
        if (path == Level && wanted)
            return Levels(AllLevels);
        if (!Vocabulary.Nouns.TryGetValue(path, out var noun))
            return InCedar(clause, wanted);
        return new(Vocabulary.KindOf(path), path, _ => wanted ? $"{noun} is recorded" : $"{noun} is not recorded", [])
        {
            Apply = FactChanges.Given(path, wanted),
            Weak = wanted,
            // Nobody takes back what is known.
            Impossible = !wanted,
        };
    }

    private static Wish Among(Question question, Expr.Binary clause, bool wanted)
    {
        EntityUid[] groups = question.ValueOf(clause.Right) switch
        {
            EntityUid one => [one],
            CedarSet { Elements: var elements } => [.. elements.OfType<EntityUid>().OrderBy(uid => uid.ToString(), StringComparer.Ordinal)],
            _ => [],
        };
        return Recipient(groups, PolicyPrinter.Print(clause), wanted);
    }

    private static Wish OneOf(string path, CedarSet options, Expr clause, bool wanted)
    {
        string[] texts = [.. options.Elements.OfType<CedarString>().Select(text => text.Value).Order(StringComparer.Ordinal)];
        if (!Vocabulary.Nouns.TryGetValue(path, out var noun) || texts.Length < options.Elements.Count)
            return InCedar(clause, wanted);
        return new(Vocabulary.KindOf(path), path, _ => $"{noun} is {(wanted ? "" : "not ")}{Vocabulary.OneOf([.. texts.Select(Vocabulary.Code)])}", [])
        {
            Apply = FactChanges.Answer(path, texts, wanted),
            Impossible = Vocabulary.Protects(path),
        };
    }

    private static Wish Compared(Question question, Expr.Binary clause, bool wanted)
    {
        var value = question.ValueOf(clause.Right);
        if (question.PathOf(clause.Left) is not { } path || value is null || !Vocabulary.Nouns.TryGetValue(path, out var noun))
            return InCedar(clause, wanted);
        if (path == Level && value is CedarLong { Value: var bound } && Comparison.Of(clause.Operator) is { } compare)
            return Levels([.. AllLevels.Where(level => compare(level[0] - '0', bound) == wanted)]);
        if (Comparison.Words(clause.Operator, wanted) is not { } words)
            return InCedar(clause, wanted);
        return new(Vocabulary.KindOf(path), path, _ => $"{noun} {words} {Comparison.Said(value)}", [])
        {
            Apply = FactChanges.Equal(path, clause.Operator, value, wanted),
            Impossible = Vocabulary.Protects(path) && clause.Operator is BinaryOperator.Equal != wanted,
        };
    }

    private static Wish Levels(string[] levels) =>
        new(ChangeKind.Level, Level, Vocabulary.Levels, levels) { Apply = FactChanges.Level, Impossible = levels.Length == 0 };

    private static Wish InCedar(Expr clause, bool wanted)
    {
        var cedar = PolicyPrinter.Print(clause);
        return new(ChangeKind.Other, cedar, _ => wanted ? $"`{cedar}`" : $"not `{cedar}`", []);
    }
}
