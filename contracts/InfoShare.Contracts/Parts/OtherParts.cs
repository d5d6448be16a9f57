using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Graded police intelligence. Source: College of Policing 3x5x2.</summary>
public sealed record IntelligencePart
{
    /// <summary>The grading scheme, always named because older ones use the same letters: <c>3x5x2</c>.</summary>
    [Text(10)]
    public required string Scheme { get; init; }

    /// <summary>Source evaluation: 1 reliable, 2 untested, 3 not reliable.</summary>
    [Text(1, Pattern = "^[1-3]$")]
    public string? SourceEvaluation { get; init; }

    /// <summary>Assessment: A known directly, B indirectly and corroborated, C indirectly, D not known, E suspected false.</summary>
    [Text(1, Pattern = "^[A-E]$")]
    public string? Assessment { get; init; }

    /// <summary>What is known.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>People outside the household whose identity needs its own protection.</summary>
public sealed record ThirdPartyPart
{
    /// <summary>Reporters, neighbours, relatives.</summary>
    [Items(30)]
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What they said, or what would identify them.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>Who to call about this.</summary>
public sealed record ContactPart
{
    /// <summary>The post, not the person: <c>designated-safeguarding-lead</c>.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>Team or unit.</summary>
    [Text(200)]
    public string? Team { get; init; }

    /// <summary>Telephone or e-mail of the post.</summary>
    [Text(200)]
    public string? Reach { get; init; }
}
