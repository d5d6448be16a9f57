using InfoShare.Adapters;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Status;

/// <summary>How things flow, now: counts and ages, nothing of any child.</summary>
/// <param name="At">When it was looked at, UTC.</param>
/// <param name="Directory">The directory's version.</param>
/// <param name="Restored">The store was found to be restored from a backup at this start.</param>
/// <param name="ForNobody">Deliveries for which nobody was found, by state.</param>
public sealed record FlowStatus(
    DateTimeOffset At, string Directory, bool Restored, IReadOnlyList<ParticipantStatus> Participants, IReadOnlyDictionary<string, long> ForNobody)
{
    internal static FlowStatus Of(AllInOne host, DateTimeOffset at)
    {
        var counts = host.Store.Read(scope => scope.CountByState()).ToLookup(c => c.Participant);
        return new(at, host.Directory.Version, host.Store.Restored,
            [.. host.Adapters.Select(a => new ParticipantStatus(
                a.Status(), counts[a.Participant].ToDictionary(c => c.State, c => c.Count)))],
            counts[""].ToDictionary(c => c.State, c => c.Count));
    }
}

/// <summary>One participant: its adapter, and the deliveries addressed to it by state.</summary>
public sealed record ParticipantStatus(AdapterStatus Adapter, IReadOnlyDictionary<string, long> Deliveries);
