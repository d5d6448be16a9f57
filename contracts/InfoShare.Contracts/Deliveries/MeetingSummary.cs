using InfoShare.Contracts.Notices;

namespace InfoShare.Contracts.Deliveries;

/// <summary>A meeting, as who is invited to it may know.</summary>
public sealed record MeetingSummary
{
    /// <summary>What kind of meeting.</summary>
    public required MeetingType MeetingType { get; init; }

    /// <summary>When it begins; absent once it was held.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The day on which it was held.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>Whether this reader came, as the sender says.</summary>
    public bool? Attended { get; init; }
}
