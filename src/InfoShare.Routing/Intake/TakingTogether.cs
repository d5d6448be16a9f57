using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Telemetry;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>
/// Takes what comes from participants, and answers when it is on disk. What comes at the same time is taken together, in one transaction,
/// because the store is asked about all of it in as many questions as about one.
/// </summary>
internal sealed class TakingTogether
{
    private readonly RoutingContext routing;
    private readonly AtOnce atOnce;
    private readonly MessageIntake intake;
    private readonly Gathered<(string Sender, Receipt Receipt), Reply?> receipts;
    private readonly Gathered<Incoming, Reply> messages;

    public TakingTogether(RoutingContext routing, AtOnce atOnce)
    {
        (this.routing, this.atOnce, intake) = (routing, atOnce, new(routing));
        receipts = new(together => routing.Store.WriteAsync(scope => new ReceiptIntake(routing).Take(scope, together)));
        messages = new(TakeAsync);
    }

    /// <summary>Takes one message; null when it needs no answer (receipts).</summary>
    public async Task<Reply?> TakeAsync(string sender, ReadOnlyMemory<byte> body)
    {
        var read = WireReader.Read(body.Span);
        if (read.Value is not { } envelope)
            return await routing.Store.WriteAsync(scope => Quarantine.Take(scope, routing, sender, body.Span, read.Problems));
        return envelope.Data is Receipt receipt
            ? await receipts.AddAsync((sender, receipt))
            : await RoutingSignals.MeasureAsync(routing, Incoming.Of(sender, envelope, body, routing.Store.Children), messages.AddAsync);
    }

    private async Task<Reply[]> TakeAsync(IReadOnlyList<Incoming> together)
    {
        var (replies, leaving, stayed) = await routing.Store.WriteAsync(scope => Take(scope, together));
        atOnce.Leave(leaving, stayed);
        return replies;
    }

    private (Reply[] Replies, IReadOnlyList<Leaving> Leaving, IReadOnlyCollection<string>? Stayed) Take(WriteScope scope, IReadOnlyList<Incoming> together)
    {
        var replies = new Reply[together.Count];
        var waiting = Enumerable.Range(0, together.Count).ToList();
        var inOneRound = true;
        while (true)
        {
            List<Incoming> next = [.. waiting.Select(nth => together[nth])];
            var departures = atOnce.Begin(scope, next);
            var before = new KnownBefore(scope, next);
            var begun = waiting.Where(nth => before.TryBegin(together[nth])).ToList();
            waiting = [.. waiting.Except(begun)];
            // What is taken later may change what a delivery should hold: only what is decided last leaves as it was decided.
            if (waiting.Count > 0)
                (departures, inOneRound) = (null, false);
            foreach (var nth in begun)
                replies[nth] = intake.Take(scope, together[nth], before, departures);
            if (waiting.Count == 0)
                return (replies, departures?.Made() ?? [], inOneRound ? departures?.Stayed : null);
        }
    }
}
