using InfoShare.Adapters;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Status;

/// <summary>How things flow, now: counts and ages, nothing of any child.</summary>
/// <param name="At">When it was looked at, UTC.</param>
/// <param name="Directory">The directory's version.</param>
/// <param name="Policy">By what is decided; null where this process does not route.</param>
/// <param name="Restored">The store was found to be restored from a backup at this start.</param>
/// <param name="ForNobody">Deliveries for which nobody was found, by state.</param>
public sealed record FlowStatus(
    DateTimeOffset At, string Directory, PolicyStatus? Policy, bool Restored, IReadOnlyList<ParticipantStatus> Participants,
    IReadOnlyDictionary<string, long> ForNobody)
{
    internal static FlowStatus Of(RunningHost host, DateTimeOffset at)
    {
        var counts = host.Routing?.Store.Read(scope => scope.CountByState()).ToLookup(c => c.Participant);
        var adapters = host.Adapters.ToDictionary(a => a.Participant, a => a.Status());
        var shown = counts is null ? adapters.Keys : host.Directory.Participants.Select(p => p.Id);
        return new(at, host.Directory.Version, PolicyStatus.Of(host.Routing, at), host.Routing is { Store.Restored: true },
            [.. shown.Select(p => new ParticipantStatus(p, adapters.GetValueOrDefault(p), CountsOf(p)))], CountsOf(""));

        Dictionary<string, long> CountsOf(string participant) => counts?[participant].ToDictionary(c => c.State, c => c.Count) ?? [];
    }
}

/// <summary>The policy set that is in force.</summary>
/// <param name="Version">Its hash.</param>
/// <param name="IsOlder">It was used before; the one in the settings is refused.</param>
public sealed record PolicyStatus(string Name, string Version, bool IsOlder)
{
    internal static PolicyStatus? Of(RoutingPart? routing, DateTimeOffset at) =>
        routing?.PolicyAt(at) is { } policy ? new(policy.Name, policy.Version, routing.PoliciesAreRefused) : null;
}

/// <summary>One participant.</summary>
/// <param name="Adapter">Null where another process is its adapter.</param>
/// <param name="Deliveries">Those addressed to it by state; empty where this process does not route.</param>
public sealed record ParticipantStatus(string Participant, AdapterStatus? Adapter, IReadOnlyDictionary<string, long> Deliveries);
