using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InfoShare.Bench.Formats;

/// <summary>What reading large files took.</summary>
internal sealed record FormatsResult(IReadOnlyList<FormatFigures> Formats)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>The figures for people.</summary>
    public string ToTable()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{"format",-20}{"rows",10}{"rows/s",10}{"memory MiB",14}{"of a tenth",12}{"heap MiB",12}{"of a tenth",12}");
        foreach (var f in Formats)
            text.AppendLine(CultureInfo.InvariantCulture, $"{f.Format,-20}{f.Rows,10}{f.RowsPerSecond,10:0}{f.PeakMiB,14:0.0}{f.PeakMiBTenth,12:0.0}{f.PeakHeapMiB,12:0.0}{f.PeakHeapMiBTenth,12:0.0}");
        return text.ToString().TrimEnd();
    }
}

/// <summary>One format's.</summary>
/// <param name="Format">The format.</param>
/// <param name="Rows">Rows of the larger file; the other has a tenth.</param>
/// <param name="RowsPerSecond">From the file in <c>in/</c> until its messages are in the spool.</param>
/// <param name="PeakMiB">The most memory of the process that read it, without pages of files.</param>
/// <param name="PeakMiBTenth">The same of a tenth of the rows: where it is as much, memory does not grow with the file.</param>
/// <param name="PeakHeapMiB">The most of it in objects, used or not yet collected.</param>
/// <param name="PeakHeapMiBTenth">The same of a tenth of the rows.</param>
internal sealed record FormatFigures(
    string Format, int Rows, double RowsPerSecond, double PeakMiB, double PeakMiBTenth, double PeakHeapMiB, double PeakHeapMiBTenth);
