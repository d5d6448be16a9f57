using System.Collections.Concurrent;
using System.Threading.Channels;
using InfoShare.Broker;
using InfoShare.Routing.Intake;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>
/// The short way for what is decided: where a participant reads, and all that waited for it had room, it leaves as the transaction
/// decided it, and is neither looked for nor decided again.
/// </summary>
internal sealed class AtOnce(RoutingContext routing, IRoutingLink link, Wakes wakes)
{
    private readonly ConcurrentDictionary<string, bool> allHadRoom = new();
    private readonly Channel<IReadOnlyList<Leaving>> leaving = Channel.CreateUnbounded<IReadOnlyList<Leaving>>();

    /// <summary>By the last look for what is due to the participant. Until the first, the short way is closed to it.</summary>
    public void Looked(string participant, bool nothingMore) => allHadRoom[participant] = nothingMore;

    /// <summary>For messages that are about to be taken; null where nothing could leave.</summary>
    public Departures? Begin(WriteScope scope, IReadOnlyList<Incoming> messages)
    {
        string[] participants = [.. allHadRoom.Where(one => one.Value && link.HasConsumer(one.Key)).Select(one => one.Key)];
        return participants.Length == 0 ? null : new(routing, scope, participants, messages);
    }

    /// <summary>After the commit.</summary>
    /// <param name="some">What is on record as sending.</param>
    /// <param name="stayed">Those to whom something stayed due; null for all of them.</param>
    public void Leave(IReadOnlyList<Leaving> some, IReadOnlyCollection<string>? stayed)
    {
        if (some.Count > 0)
            leaving.Writer.TryWrite(some);
        foreach (var participant in stayed ?? wakes.Participants)
            wakes.Wake(participant);
    }

    /// <summary>All that should leave by now, as soon as there is any.</summary>
    public async Task<IReadOnlyList<Leaving>> NextAsync(CancellationToken stop)
    {
        List<Leaving> next = [.. await leaving.Reader.ReadAsync(stop)];
        while (leaving.Reader.TryRead(out var more))
            next.AddRange(more);
        return next;
    }
}
