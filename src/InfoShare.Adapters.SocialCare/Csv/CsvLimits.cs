namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>How much of a CSV file is read. The largest authorities' files stay far below each.</summary>
public static class CsvLimits
{
    /// <summary>Bytes of a file that is held as a whole: 32 MiB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Rows below the header of a file that is held as a whole.</summary>
    public const int Rows = 200_000;

    /// <summary>Characters of a field in a column that is used; a longer one spoils its row.</summary>
    public const int HeldField = 1024;

    /// <summary>Characters of a field that goes into a message; a longer one is dropped and marked.</summary>
    public const int Field = 200;
}
