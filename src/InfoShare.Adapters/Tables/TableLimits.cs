namespace InfoShare.Adapters.Tables;

/// <summary>How much of a table is read. Rows are as many as the file has: one is held at a time.</summary>
public static class TableLimits
{
    /// <summary>Bytes of a row: 1 MiB. What follows a longer one is not read.</summary>
    public const int BytesOfRow = 1024 * 1024;

    /// <summary>Cells of a row.</summary>
    public const int Cells = 500;

    /// <summary>Bytes of a cell: 16 KiB.</summary>
    public const int BytesOfCell = 16 * 1024;

    /// <summary>Rows that may stand above the header: titles, dates of printing.</summary>
    public const int RowsAboveHeader = 10;

    /// <summary>Cells with something in them that such a row may have.</summary>
    public const int CellsOfTitle = 2;
}
