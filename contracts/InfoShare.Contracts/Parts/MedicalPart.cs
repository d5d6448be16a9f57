using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Health information.</summary>
public sealed record MedicalPart
{
    /// <summary>ODS code of the GP practice. Source: NHS ODS.</summary>
    [Text(10, Pattern = "^[A-Z0-9]{3,10}$")]
    public string? GpPractice { get; init; }

    /// <summary>Appointments that the child was not brought to.</summary>
    public NotBrought? NotBrought { get; init; }

    /// <summary>Health information in plain words.</summary>
    [Text(20_000)]
    public string? Notes { get; init; }
}

/// <summary>How often a child was not brought to appointments, or they were called off, up to the last one.</summary>
public sealed record NotBrought
{
    /// <summary>The day of the last one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Missed since the child was last there, this one included.</summary>
    [Whole(0, 10_000)]
    public int? InARow { get; init; }

    /// <summary>Missed within twelve months to the last one, that one included.</summary>
    [Whole(0, 10_000)]
    public int? InTwelveMonths { get; init; }

    /// <summary>Called off in the same time: cancelling again and again can hide that a child is not brought.</summary>
    [Whole(0, 10_000)]
    public int? Cancelled { get; init; }
}
