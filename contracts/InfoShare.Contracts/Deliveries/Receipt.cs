using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>What became of a message (said by routing) or of a delivery (said by the receiving adapter). Needs no receipt itself.</summary>
public sealed record Receipt
{
    /// <summary>The most that one receipt can tell of beside the first. Routing looks for what many receipts tell of in one question.</summary>
    public const int MostAlsoAbout = 99;

    /// <summary>The message id or delivery id. <c>store</c>: no message; routing tells, when it starts, which store it has.</summary>
    [Text(100)]
    public required string About { get; init; }

    /// <summary>Further deliveries of which the same became: an adapter to which many come says it of all in one message. Absent from routing.</summary>
    [Items(MostAlsoAbout), Text(100)]
    public IReadOnlyList<string> AlsoAbout { get; init; } = [];

    /// <summary>What became of it.</summary>
    public required ReceiptOutcome Outcome { get; init; }

    /// <summary>For refused and quarantined: why. Never a personal value.</summary>
    [Items(50)]
    public IReadOnlyList<ReceiptReason> Reasons { get; init; } = [];

    /// <summary>
    /// Routing's store as it is now: changes when the store was restored from a backup, and then adapters offer
    /// everything that they keep. Absent from adapters.
    /// </summary>
    [Text(100)]
    public string? Incarnation { get; init; }

    /// <summary>The epoch of the message's key that routing knows. Absent from adapters and for urgent messages.</summary>
    public int? Epoch { get; init; }

    /// <summary>The highest sequence of that epoch and key that has taken effect. Absent from adapters and for urgent messages.</summary>
    public int? HighestSequence { get; init; }

    /// <summary>The same as a receipt for each.</summary>
    public IEnumerable<Receipt> ForEach() => AlsoAbout.Prepend(About).Select(about => this with { About = about, AlsoAbout = [] });
}

/// <summary>One reason.</summary>
public sealed record ReceiptReason
{
    /// <summary>A stable code: <c>invalid-field</c>, <c>reused-id</c>, <c>sequence-gap</c>, <c>sequence-used</c>, <c>not-your-organisation</c>.</summary>
    [Text(50)]
    public required string Code { get; init; }

    /// <summary>The field, if one.</summary>
    [Text(200)]
    public string? Field { get; init; }

    /// <summary>In plain words, without a personal value.</summary>
    [Text(500)]
    public string? Text { get; init; }
}

/// <summary>What became of a message or delivery.</summary>
public enum ReceiptOutcome
{
    /// <summary>Routing: recorded and decided.</summary>
    Accepted = 1,

    /// <summary>Routing: known already; nothing was done again.</summary>
    Duplicate,

    /// <summary>Routing: not taken, and why.</summary>
    Refused,

    /// <summary>Routing: kept for a person to look at.</summary>
    Quarantined,

    /// <summary>Adapter: in the inbox on disk.</summary>
    Received,

    /// <summary>Adapter: in the agency's system.</summary>
    HandedOver,

    /// <summary>Adapter: recalled; not handed over, or the system was told to remove it.</summary>
    Recalled,

    /// <summary>Adapter: the agency's system would not take it.</summary>
    Failed,
}
