using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>What life is like for this child, in the child's own words or signs. No disclosure never lowers a level.</summary>
public sealed record ChildVoicePart
{
    /// <summary>Whether the child could be heard.</summary>
    public required ChildVoiceStatus Status { get; init; }

    /// <summary>The child's words, or what the child showed.</summary>
    [Text(10_000)]
    public string? Words { get; init; }

    /// <summary>Where, and how the child was asked.</summary>
    [Text(500)]
    public string? Setting { get; init; }

    /// <summary>Whether another adult of the family was present.</summary>
    public bool? AdultPresent { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}

/// <summary>Whether the child could be heard.</summary>
public enum ChildVoiceStatus
{
    /// <summary>Heard.</summary>
    Obtained = 1,

    /// <summary>Not heard.</summary>
    NotObtained,

    /// <summary>It was not safe to ask.</summary>
    NotSafeToAsk,

    /// <summary>Too young to say.</summary>
    PreVerbal,

    /// <summary>Not born yet.</summary>
    Unborn,
}
