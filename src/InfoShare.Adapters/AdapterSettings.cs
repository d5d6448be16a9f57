using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Mesh;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;

namespace InfoShare.Adapters;

/// <summary>One participant's adapter.</summary>
public sealed record AdapterSettings
{
    private static readonly TimeZoneInfo UnitedKingdom =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The participant's id: <c>social-care-cumberland</c>.</summary>
    public required string Participant { get; init; }

    /// <summary>The kind of agency.</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>The organisations it speaks for; the first speaks where a file names none, and signs receipts.</summary>
    public required IReadOnlyList<OrganisationSource> Organisations { get; init; }

    /// <summary>Holds <c>in</c>, <c>done</c>, <c>quarantine</c>, <c>out</c> and the spool.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the keys of all participants are; this one's are in a folder of its name. Apart from the data.</summary>
    public required string KeysFolder { get; init; }

    /// <summary>Open referrals recorded in the last so many days are concerns.</summary>
    public int RecentDays { get; init; } = 30;

    /// <summary>The day that counts as today; null: the day it is in the United Kingdom.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>DfE three-digit codes of authorities whose files are taken besides the participant's own.</summary>
    public IReadOnlySet<string> AcceptAuthorities { get; init; } = new HashSet<string>();

    /// <summary>From when on attendance is a concern.</summary>
    public AttendanceLine Attendance { get; init; } = new();

    /// <summary>Bytes in one file or request at the most.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes at the most in one file of a format that is read as it comes.</summary>
    public int LargeFileBytes { get; init; } = 1024 * 1024 * 1024;

    /// <summary>Seconds for which an unreadable file is left alone, because it may still be written.</summary>
    public int SettleSeconds { get; init; } = 5;

    /// <summary>How what arrives gets into the agency's system.</summary>
    public HandOverSettings HandOver { get; init; } = new HandOverSettings.Folder();

    /// <summary>A mailbox whose messages are picked up as files in <c>in/</c> are; null: none.</summary>
    public MeshSettings? Mesh { get; init; }

    /// <summary>For how long things are kept.</summary>
    public RetentionDays Retention { get; init; } = new();

    /// <summary>What a translator may know besides the file.</summary>
    /// <param name="at">When the file is read, UTC.</param>
    /// <param name="fileName">Its name, where it has one.</param>
    public TranslationContext ContextAt(DateTimeOffset at, string? fileName)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, UnitedKingdom).DateTime);
        return new(Participant, Kind, Organisations, at, AsOf ?? today, RecentDays, AcceptAuthorities)
        {
            FileName = fileName,
            Attendance = Attendance,
        };
    }
}

/// <summary>For how many days things are kept.</summary>
public sealed record RetentionDays
{
    /// <summary>Files that were read.</summary>
    public int Done { get; init; } = 30;

    /// <summary>Files handed over, from the day they were.</summary>
    public int Out { get; init; } = 30;

    /// <summary>Files and records that could not be used, and why.</summary>
    public int Quarantine { get; init; } = 90;

    /// <summary>Messages with a receipt. Longer than the age of the oldest backup, because a restored store asks for them again.</summary>
    public int Spool { get; init; } = 35;
}
