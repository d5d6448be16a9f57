using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Dispatch;
using InfoShare.Storage;
using InfoShare.Storage.Probes;
using InfoShare.Vault;

namespace InfoShare.Routing.Upkeep;

/// <summary>
/// Probes: each adapter that reads is asked now and then for an answer that goes all the way there and back. A probe recalls a delivery
/// that never was: adapters of every release put that on disk and confirm it, and no agency's system hears of it.
/// </summary>
internal sealed class Probes(RoutingContext routing, IRoutingLink link)
{
    private const string Reason = "probe";

    /// <summary>Ids come round, so that an adapter remembers few, and a late answer is not taken for that to another.</summary>
    private const int Ids = 12;

    /// <summary>One to each that is due, on the record before it leaves.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = routing.Now;
        foreach (var participant in routing.Directory.Participants.Select(one => one.Id).Where(link.HasConsumer))
        {
            if (await routing.Store.WriteAsync(scope => scope.NextProbe(participant, now.ToMicroseconds(), (now - routing.Settings.ProbeEvery).ToMicroseconds())) is not { } next)
                continue;
            var id = IdOf(routing, participant, next.Number);
            var probe = DeliveryContent.Recall(id, Reason, routing.Store.Ids.Of("recall", id), now);
            await link.PublishAsync(participant, new(probe.Id, WireWriter.Write(probe)), routing.Settings.ProbeEvery, cancellationToken);
        }
    }

    /// <summary>Whether this answers a probe; the last one's time is noted then.</summary>
    public static bool Took(WriteScope scope, RoutingContext routing, string participant, Receipt receipt)
    {
        if (receipt.Outcome is not ReceiptOutcome.Recalled || scope.FindProbe(participant) is not { } probe)
            return false;
        if (receipt.About == IdOf(routing, participant, probe.Number))
        {
            scope.ProbeAnswered(participant, probe.Number, routing.Now.ToMicroseconds());
            return true;
        }

        return Enumerable.Range(0, Ids).Any(number => receipt.About == IdOf(routing, participant, number));
    }

    private static string IdOf(RoutingContext routing, string participant, long number) => routing.Store.Ids.Of("probe", participant, $"{number % Ids}");
}
