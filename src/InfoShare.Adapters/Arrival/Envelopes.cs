using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Arrival;

internal static class Envelopes
{
    /// <summary>The same envelope around typed data.</summary>
    public static Envelope<T> With<T>(this Envelope<object> e, T data) => new()
    {
        SpecVersion = e.SpecVersion,
        Id = e.Id,
        Source = e.Source,
        Type = e.Type,
        Time = e.Time,
        DataContentType = e.DataContentType,
        DataSchema = e.DataSchema,
        PartitionKey = e.PartitionKey,
        Order = e.Order,
        Sequence = e.Sequence,
        Epoch = e.Epoch,
        CorrelationId = e.CorrelationId,
        CausationId = e.CausationId,
        Data = data,
    };
}
