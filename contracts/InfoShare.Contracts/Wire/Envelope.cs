using System.Text.Json.Serialization;

namespace InfoShare.Contracts.Wire;

/// <summary>A message: the CloudEvents 1.0 attributes around its data, in structured JSON.</summary>
/// <remarks>
/// Source: CloudEvents 1.0 (cloudevents.io). No attribute may hold personal data: attributes are what operators,
/// logs and brokers see. The sender sets no child token; routing makes one and keeps it to itself.
/// </remarks>
/// <typeparam name="T">The data, one of the records named in <see cref="MessageTypes"/>.</typeparam>
public sealed record Envelope<T>
{
    /// <summary>Always <c>1.0</c>.</summary>
    [JsonPropertyName("specversion"), Text(3, Pattern = "^1\\.0$")]
    public required string SpecVersion { get; init; }

    /// <summary>
    /// The message id: the same for the same content for ever. One (sender, id) has one effect.
    /// 1 to 100 characters. On the broker, a keyed hash; in a file or request from an agency's own system, its own id.
    /// </summary>
    [JsonPropertyName("id"), Text(100)]
    public required string Id { get; init; }

    /// <summary>
    /// The organisation that speaks: <c>https://infoshare.local/agency/&lt;scheme&gt;/&lt;code&gt;</c>, where scheme is
    /// <c>urn</c>, <c>ods</c>, <c>police</c> or <c>la</c>. As delivered, only the kind of agency:
    /// <c>https://infoshare.local/agency/education</c>.
    /// </summary>
    [JsonPropertyName("source"), Text(200)]
    public required string Source { get; init; }

    /// <summary>The type and major version: <c>uk.infoshare.concern.raised.v1</c>.</summary>
    [JsonPropertyName("type"), Text(100)]
    public required string Type { get; init; }

    /// <summary>When it happened, by the sender's records. UTC is advised; an offset is required.</summary>
    [JsonPropertyName("time")]
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>application/json</c>, or absent.</summary>
    [JsonPropertyName("datacontenttype"), Text(100)]
    public string? DataContentType { get; init; }

    /// <summary>The schema with its minor version: <c>https://infoshare.local/schemas/concern.raised/1.0</c>. A newer minor is accepted.</summary>
    [JsonPropertyName("dataschema"), Text(200)]
    public string? DataSchema { get; init; }

    /// <summary>Messages with one key keep their order. A keyed hash of the sender's own child id; never the id itself.</summary>
    [JsonPropertyName("partitionkey"), Text(100)]
    public string? PartitionKey { get; init; }

    /// <summary>Total order within the key: 20 decimal digits, so that text order is number order. Urgent messages have it too.</summary>
    [JsonPropertyName("order"), Text(20, Pattern = "^[0-9]{20}$")]
    public string? Order { get; init; }

    /// <summary>Gap-free count within (epoch, key) of the ordinary messages, from 1. Absent on urgent ones.</summary>
    [JsonPropertyName("sequence"), Whole(1, int.MaxValue)]
    public int? Sequence { get; init; }

    /// <summary>Counts the sender's restarts of the sequence of one key (after a restored spool), from 1.</summary>
    [JsonPropertyName("epoch"), Whole(1, int.MaxValue)]
    public int? Epoch { get; init; }

    /// <summary>The concern, move or consent this is about.</summary>
    [JsonPropertyName("correlationid"), Text(100)]
    public string? CorrelationId { get; init; }

    /// <summary>The message or delivery that this answers.</summary>
    [JsonPropertyName("causationid"), Text(100)]
    public string? CausationId { get; init; }

    /// <summary>What is said.</summary>
    [JsonPropertyName("data")]
    public required T Data { get; init; }

    /// <summary>The same attributes around other data.</summary>
    public Envelope<TOther> Around<TOther>(TOther data) => new()
    {
        SpecVersion = SpecVersion,
        Id = Id,
        Source = Source,
        Type = Type,
        Time = Time,
        DataContentType = DataContentType,
        DataSchema = DataSchema,
        PartitionKey = PartitionKey,
        Order = Order,
        Sequence = Sequence,
        Epoch = Epoch,
        CorrelationId = CorrelationId,
        CausationId = CausationId,
        Data = data,
    };
}
