using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Faults.Running;

/// <summary>How long service was interrupted in a round. Pure.</summary>
internal static class Gap
{
    /// <summary>
    /// The longest time, in seconds, over which nothing came to a front door although load was offered for it. Each area's
    /// front door is to hear of something every second.
    /// </summary>
    /// <param name="effects">Everything that came.</param>
    /// <param name="from">When the load began.</param>
    /// <param name="to">When it ended.</param>
    /// <param name="without">A participant whose own adapter was made to hang: nothing can come to it.</param>
    public static double Longest(IReadOnlyList<Effect> effects, double from, double to, string? without) =>
        SampleArea.All.Select(area => SampleArea.ParticipantOf(area.Authority)).Where(participant => participant != without)
            .Max(participant =>
            {
                var times = effects.Where(e => e.Participant == participant && e.Seen > from && e.Seen < to).Select(e => e.Seen).Order().Prepend(from).Append(to).ToList();
                return times.Zip(times.Skip(1), (earlier, later) => later - earlier).Max();
            });

    /// <summary>The longest time, in seconds, from the moment an urgent concern was said to be saved until somebody had it.</summary>
    public static double LongestDelay(Account account, IReadOnlyList<Effect> effects, double from)
    {
        var first = effects.Where(e => e.Marker is not null).GroupBy(e => e.Marker!).ToDictionary(g => g.Key, g => g.Min(e => e.Seen));
        return account.Accepted.Where(m => m is { Kind: MessageKind.Concern, Level: >= Message.SignificantHarm })
            .Where(m => account.AcceptedAt(m) > from && first.ContainsKey(m.Marker))
            .Select(m => first[m.Marker] - account.AcceptedAt(m)!.Value).DefaultIfEmpty(0).Max();
    }
}
