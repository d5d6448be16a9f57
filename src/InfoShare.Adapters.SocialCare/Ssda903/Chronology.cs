using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>One child's episodes in their order, and what becomes of each: docs/formats-social-care.md, line by line.</summary>
internal sealed class Chronology(PlacementDrafts drafts, DateOnly asOf, int recentDays)
{
    private const string PlaceStatus = "PLACE";

    /// <summary>An outcome for each episode, by its line in the file.</summary>
    public IEnumerable<(long Line, RecordTranslation Record)> Of(IEnumerable<Episode> episodes)
    {
        var once = new List<Episode>();
        foreach (var same in episodes.GroupBy(e => e.Start).OrderBy(g => g.Key))
        {
            // Of two, the one that knows more: an export of a later year tells the end.
            var kept = same.OrderBy(e => e.End is null).ThenByDescending(e => e.Row.Line).First();
            once.Add(kept);
            foreach (var other in same.Where(e => e != kept))
                yield return Nothing(other, Ssda903Reasons.GivenTwice);
        }

        var over = Over(once);
        var (home, last, began) = ((Episode?)null, (Episode?)null, (DateOnly?)null);
        var none = Ssda903Reasons.FirstEpisode;
        foreach (var episode in once)
        {
            if (BeginsPeriod(episode, last))
            {
                (home, began) = (null, episode.ReasonForNew is "S" ? episode.Start : null);
                none = last is null && began is null ? Ssda903Reasons.NoneBefore : Ssda903Reasons.FirstEpisode;
            }

            yield return over is null ? Of(episode, home, began, none) : Nothing(episode, over);
            home = episode.IsHome ? episode : home;
            last = episode;
        }
    }

    private (long, RecordTranslation) Of(Episode episode, Episode? home, DateOnly? began, string none)
    {
        var stays = WhyNoMove(episode, home, none);
        var left = episode is { ReasonCeased: "E3" or "E16", End: not null };
        List<Draft> moves = [];
        if (stays is null && IsRecent(episode.Start))
            moves.Add(drafts.Placement(episode, home!, began));
        if (left && IsRecent(episode.End!.Value))
            moves.Add(drafts.Departure(episode, began));
        return moves is []
            ? Nothing(episode, left || stays is null ? Ssda903Reasons.LongAgo : stays)
            : (episode.Row.Line, new RecordTranslation.Messages(episode.Row.Place, moves));
    }

    /// <summary>Null when the child has moved from the one to the other.</summary>
    private static string? WhyNoMove(Episode episode, Episode? home, string none) => episode switch
    {
        { IsHome: false } => Ssda903Reasons.NoChangeOfHome,
        _ when home is null => none,
        { ReasonForNew: "L" } => Ssda903Reasons.LegalStatusOnly,
        _ when home.ReasonForChange is PlaceStatus => Ssda903Reasons.StatusOfPlaceOnly,
        _ when episode.Postcode is null || home.Postcode is null => Ssda903Reasons.NoPostcode,
        _ when Postcodes.MayBeTheSame(episode.Postcode, home.Postcode) => Ssda903Reasons.SamePostcode,
        _ => null,
    };

    /// <summary>Why nothing of the child is told any more; null when it is.</summary>
    private static string? Over(List<Episode> episodes) => episodes switch
    {
        _ when episodes.Any(e => e is { ReasonCeased: "E2", End: not null }) => Ssda903Reasons.HasDied,
        [.., { End: not null, ReasonCeased: { } reason }] when Ssda903Columns.Grown.Contains(reason) => Ssda903Reasons.Adult,
        _ => null,
    };

    private static bool BeginsPeriod(Episode episode, Episode? last) =>
        last is null || episode.ReasonForNew is "S" || (last is { ReasonCeased: ['E', ..], End: { } end } && end <= episode.Start);

    private bool IsRecent(DateOnly day) => asOf.DayNumber - day.DayNumber is var days && days >= 0 && days <= recentDays;

    private static (long, RecordTranslation) Nothing(Episode episode, string reason) =>
        (episode.Row.Line, new RecordTranslation.NothingToSend(episode.Row.Place, reason));
}
