namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>How much of a CSV file is read. The largest authorities' files stay far below each.</summary>
public static class CsvLimits
{
    /// <summary>Bytes of a file that is held as a whole: 32 MiB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Rows below the header of a file that is held as a whole.</summary>
    public const int Rows = 200_000;

    /// <summary>Bytes of a row: 1 MiB.</summary>
    public const int BytesOfRow = 1024 * 1024;

    /// <summary>Bytes of a field in a column that is used: 1 KiB.</summary>
    public const int BytesOfField = 1024;

    /// <summary>Columns; a table of these formats has some twenty.</summary>
    public const int Columns = 200;

    /// <summary>Characters of a field that is used.</summary>
    public const int Field = 200;
}
