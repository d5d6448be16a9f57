using System.Globalization;
using System.Text.Json;

namespace InfoShare.Bench.Pages;

/// <summary>How the console does while failures pour in.</summary>
/// <param name="Messages">Stored before.</param>
/// <param name="Failures">Deliveries that failed meanwhile.</param>
/// <param name="Seconds">In which they did.</param>
/// <param name="P95Ms">Of all pages together, in milliseconds; each counts as often as it was asked for.</param>
/// <param name="SlowestP95Ms">Of the page that was slowest.</param>
/// <param name="NotAnswered">Pages that did not come, or with an error.</param>
/// <param name="DiskMiBBefore">The database.</param>
/// <param name="DiskMiBAfter">The database.</param>
/// <param name="BytesPerFailure">What one failure added to it, reads of pages and their records in the audit included.</param>
internal sealed record PagesResult(
    int Messages, int Failures, double Seconds, double P95Ms, double SlowestP95Ms, int NotAnswered, double DiskMiBBefore, double DiskMiBAfter, double BytesPerFailure, IReadOnlyList<PageFigures> Pages)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public string ToTable() => string.Join('\n', [
        string.Create(CultureInfo.InvariantCulture, $"{Messages:N0} messages stored, {Failures:N0} deliveries failed in {Seconds:0} s"),
        string.Create(CultureInfo.InvariantCulture, $"{"page",-50}{"asked",8}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}"),
        .. Pages.Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Page,-50}{page.Asked,8}{page.P50Ms,10:0}{page.P95Ms,10:0}{page.P99Ms,10:0}")),
        string.Create(CultureInfo.InvariantCulture, $"all pages: p95 {P95Ms:0} ms; not answered: {NotAnswered}; database {DiskMiBBefore:N0} MiB, then {DiskMiBAfter:N0} MiB: {BytesPerFailure:N0} bytes a failure"),
    ]);
}

/// <param name="Page">Its address, as somebody with the role asks for it.</param>
internal sealed record PageFigures(string Page, int Asked, double P50Ms, double P95Ms, double P99Ms);
