namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Why a pupil of a transfer file is nobody's business to share. Part of the summary that the school sees.</summary>
public static class CtfReasons
{
    /// <summary>The file goes to this participant's school: another school wrote it.</summary>
    public const string Received = "a transfer file that this school received";

    /// <summary>No leaving date at the school that wrote the file.</summary>
    public const string NoLeaver = "not leaving the school that wrote the file";

    /// <summary>MMM/MMMM: the file does not say that the child leaves the area.</summary>
    public const string OutOfSector = "goes to a school outside the publicly funded sector, or abroad";

    /// <summary>More than <see cref="CtfDecision.RecentDays"/> before today.</summary>
    public const string LongAgo = "left more than a year ago";
}
