using InfoShare.Contracts.Codes;

namespace InfoShare.Adapters.Translation;

/// <summary>Whose adapter it is and what the time is: everything a translation may know besides the file.</summary>
/// <param name="Participant">The participant's id: <c>social-care-cumberland</c>.</param>
/// <param name="Kind">The kind of agency.</param>
/// <param name="Organisations">The organisations it speaks for, the first being the one to speak for when the file names none.</param>
/// <param name="At">When the file was picked up, UTC.</param>
/// <param name="AsOf">The day that counts as today for "recorded in the last N days" and for ages. Usually the day of <paramref name="At"/>.</param>
/// <param name="RecentDays">N.</param>
/// <param name="AcceptAuthorities">DfE three-digit codes of authorities whose files are taken besides the participant's own.</param>
public sealed record TranslationContext(
    string Participant,
    AgencyKind Kind,
    IReadOnlyList<OrganisationSource> Organisations,
    DateTimeOffset At,
    DateOnly AsOf,
    int RecentDays,
    IReadOnlySet<string> AcceptAuthorities)
{
    /// <summary>The name under which the file was handed in; null where there was none. It may hold anything: compare it, never repeat it.</summary>
    public string? FileName { get; init; }

    /// <summary>From when on attendance is a concern.</summary>
    public AttendanceLine Attendance { get; init; } = new();
}

/// <summary>From when on attendance is a concern: a line that the school or its authority draws.</summary>
public sealed record AttendanceLine
{
    /// <summary>Below so many percent of possible sessions. Usual where an Early Help Assessment must be considered: 85.</summary>
    public int Percent { get; init; } = 85;

    /// <summary>Of so many possible sessions at the least: one absence in the first week would be below any line. A session is half a day.</summary>
    public int Sessions { get; init; } = 40;
}
