using InfoShare.Policy.Sets;
using Way = System.Collections.Generic.IReadOnlyList<InfoShare.Policy.Explaining.Wish>;

namespace InfoShare.Policy.Explaining;

/// <summary>Finds the fewest changes that would release what was withheld, and tries them. Pure.</summary>
internal static class NearestChanges
{
    private const int Shown = 3;

    /// <summary>The nearest first; each is enough by itself. None that the policy, asked again, does not grant.</summary>
    public static IReadOnlyList<NearestChange> For(Question question)
    {
        IReadOnlyList<Way> unforbidden = [[]];
        foreach (var forbid in question.Verdict().Forbids)
            unforbidden = Ways.Both(unforbidden, Ways.ToStop(question, forbid));
        return Nearest(question.Policy.Rules.Where(rule => rule.Permits).Select(permit => OfOne(question, permit, unforbidden)));
    }

    /// <summary>For a part that would go on an agreement alone, which does not cover it: an agreement that does, or a ground beside it.</summary>
    public static IReadOnlyList<NearestChange> BesideAgreement(Question part)
    {
        var know = new Question(part.Policy, part.Facts, null);
        var grounds = part.Policy.Rules.Where(rule => rule.Permits && !rule.Basis.Contains(LawfulBasis.Agreement))
            .Select(permit => Ways.ToPermit(know, permit).Where(wishes => wishes.Count > 0)
                .Select(wishes => Tried(part, permit.Id, wishes)).OfType<NearestChange>().MinBy(Distance));
        return Nearest(grounds.Append(Tried(part, null, ClauseWishes.AgreementNaming(part.Part!.Value, part.Facts))));
    }

    private static IReadOnlyList<NearestChange> Nearest(IEnumerable<NearestChange?> changes)
    {
        NearestChange[] all = [.. changes.OfType<NearestChange>().OrderBy(Distance)];
        return [.. all.Where((change, i) => !all.Where((other, j) => SaysMore(other, change, first: j < i)).Any()).Take(Shown)];
    }

    /// <summary>The nearest by one permit; null where it cannot be had, or would not do.</summary>
    private static NearestChange? OfOne(Question question, SharingRule permit, IReadOnlyList<Way> unforbidden) =>
        Ways.Both(Ways.ToPermit(question, permit), unforbidden)
            .Where(wishes => wishes.Count > 0)
            .Select(wishes => Tried(question, permit.Id, wishes)).OfType<NearestChange>()
            .MinBy(Distance);

    /// <summary>
    /// With those options only that release it, each beside the first of the others; null where there are none left. What
    /// cannot be said in facts is taken on the rule's word.
    /// </summary>
    private static NearestChange? Tried(Question question, string? rule, Way wishes)
    {
        var tried = wishes.All(wish => wish.Apply is not null);
        Way left = tried ? [.. wishes.Select(wish => wish with { Options = Releasing(question, wishes, wish) })] : wishes;
        if (left.Zip(wishes).Any(pair => pair.First.Options.Count == 0 && pair.Second.Options.Count > 0) || (tried && !question.WouldGo(Applied(question.Facts, left))))
            return null;
        return new(rule, [.. left.OrderBy(wish => wish.Kind).Select(wish => new Change(wish.Kind, wish.Words, wish.Options))], tried);
    }

    private static IReadOnlyList<string> Releasing(Question question, Way wishes, Wish wish) =>
        [.. wish.Options.Where(option => question.WouldGo(
            Applied(question.Facts, wishes.Select(other => ReferenceEquals(other, wish) ? wish with { Options = [option] } : other))))];

    private static SharingFacts Applied(SharingFacts facts, IEnumerable<Wish> wishes) =>
        wishes.Aggregate(facts, (changed, wish) => wish.Apply!(changed, wish.Options is [var first, ..] ? first : ""));

    /// <summary>Whether one leaves all that the other leaves to do, and more: whoever knows it needs no other. Of equal ones the first does.</summary>
    private static bool SaysMore(NearestChange one, NearestChange other, bool first)
    {
        var pairs = one.Changes.Zip(other.Changes).ToList();
        return one.Changes.Count == other.Changes.Count
            && pairs.All(pair => pair.First.Kind == pair.Second.Kind && (pair.First.Words == pair.Second.Words || pair.Second.Options.Count > 0 && pair.Second.Options.All(pair.First.Options.Contains)))
            && (first || pairs.Any(pair => pair.First.Options.Count > pair.Second.Options.Count));
    }

    /// <summary>Emergency access is the last resort; then by number, then by how easily each could be otherwise.</summary>
    private static (bool Emergency, int Number, int Kinds) Distance(NearestChange change) =>
        (change.Changes.Any(one => one.Kind is ChangeKind.Emergency), change.Changes.Count, change.Changes.Sum(one => (int)one.Kind));
}
