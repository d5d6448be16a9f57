using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Adapters;

/// <summary>A broker that notes what is published and answers as it is told.</summary>
internal sealed class NotingLink : IParticipantLink
{
    public List<(BrokerMessage Message, bool Urgent)> Published { get; } = [];

    public PublishOutcome Answer { get; set; } = PublishOutcome.Confirmed;

    public LinkHealth Health { get; } = LinkHealth.UpSince(DateTimeOffset.UnixEpoch);

    /// <summary>What was published, without receipts.</summary>
    public IReadOnlyList<Envelope<object>> Messages => [.. All.Where(e => e.Data is not Receipt)];

    /// <summary>What the receipts that were published say, of each delivery for itself.</summary>
    public IReadOnlyList<Receipt> Receipts => [.. All.Select(e => e.Data).OfType<Receipt>().SelectMany(receipt => receipt.ForEach())];

    private IEnumerable<Envelope<object>> All => Published.Select(p => WireReader.Read(p.Message.Body.Span).Value!);

    public Task<PublishOutcome> PublishAsync(BrokerMessage message, bool urgent, CancellationToken cancellationToken)
    {
        lock (Published)
        {
            if (Answer == PublishOutcome.Confirmed)
                Published.Add((message, urgent));
        }

        return Task.FromResult(Answer);
    }

    public Task ConsumeAsync(Func<BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken);
}
