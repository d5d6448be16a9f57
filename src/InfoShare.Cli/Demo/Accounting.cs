using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Demo;

/// <summary>Counts what came of a demo, from the files and the records: what the adapters sent, what routing took, what lies in <c>out/</c>.</summary>
internal static class Accounting
{
    private static readonly string[] InSystem = [DeliveryStates.HandedOver, DeliveryStates.Acknowledged, DeliveryStates.Answered];

    public static DemoOutcome Of(RunningHost host, Settings settings, double seconds)
    {
        var deliveries = host.Routing!.Store.Read(scope => scope.AllDeliveries());
        var accepted = host.Routing!.Store.Read(scope => scope.First<long>("select count(*) from message where outcome = 'accepted'"));
        var adapters = host.Adapters.Select(a => a.Status()).ToList();
        return new(
            (int)accepted,
            deliveries.Count(d => InSystem.Contains(d.State)),
            deliveries.Count(d => d.State is DeliveryStates.Withheld),
            Reasons(settings, host),
            adapters.Sum(a => (int)(a.Unchanged + a.ReusedIds) + a.Duplicates),
            Lost(host, settings, deliveries, adapters.Sum(a => a.Accepted + a.Duplicates) - (int)accepted),
            Math.Round(seconds, 1),
            [.. deliveries.Select(Row)]);
    }

    /// <summary>Each reason file tells of one file, record or message that could not be used.</summary>
    private static int Reasons(Settings settings, RunningHost host) => host.Adapters.Sum(a =>
        System.IO.Directory.GetFiles(Path.Combine(AdapterOpening.AgencyFolder(settings, a.Participant), "quarantine"), "*.reason.json").Length);

    /// <summary>Messages that a sender holds a receipt for and routing does not have; messages to share without any decision; what did not settle; what was handed over and is not there.</summary>
    private static int Lost(RunningHost host, Settings settings, IReadOnlyList<DeliveryRow> deliveries, int receiptedTooMany) =>
        Math.Max(0, receiptedTooMany)
        + (int)host.Routing!.Store.Read(scope => scope.First<long>("""
            select count(*) from message m where outcome = 'accepted' and type in ('concern.raised', 'concern.corrected', 'child.movedArea')
                and not exists (select 1 from delivery d where d.sender = m.sender and d.message_id = m.id)
            """))
        + Settling.Moving(host)
        + deliveries.Where(d => InSystem.Contains(d.State)).Count(d => !IsInOut(settings, d));

    private static bool IsInOut(Settings settings, DeliveryRow delivery) =>
        System.IO.Directory.EnumerateFiles(Path.Combine(AdapterOpening.AgencyFolder(settings, delivery.Participant!), "out"), delivery.DeliveryId + ".*").Any();

    private static DemoDelivery Row(DeliveryRow d) => new(
        d.MessageId, d.MessageType, d.Sender, d.Participant ?? "nobody", d.Role, d.Shown ?? d.State, Words(d.Parts), Words(d.WithheldParts), Words(d.Because), Words(d.Basis));

    private static string[] Words(string words) => words.Length == 0 ? [] : words.Split(',');
}
