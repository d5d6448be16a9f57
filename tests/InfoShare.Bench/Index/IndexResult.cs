using System.Globalization;
using System.Text.Json;
using InfoShare.ChildIndex.Evaluating;

namespace InfoShare.Bench.Index;

/// <summary>The figures of the index.</summary>
/// <param name="Children">Invented children; records are a tenth more.</param>
/// <param name="Batch">All records linked at once.</param>
/// <param name="Lookup">One record looked up among those of the store, in files.</param>
internal sealed record IndexResult(int Children, BatchFigures? Batch, LookupFigures? Lookup)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public string ToTable() => string.Create(CultureInfo.InvariantCulture, $"""
        {(Batch is { } all ? string.Create(CultureInfo.InvariantCulture, $"batch    {all.Records:N0} records in {all.Seconds:0.0} s: {all.RecordsPerMinute:N0} a minute, {all.PeakMemoryMiB:N0} MiB at the most; precision {all.Found.Automatic.Precision:0.0000}, recall {all.Found.Automatic.Recall:0.0000}, with review {all.Found.WithReview.Recall:0.0000} ({all.Found.WithReview.ToReview:N0} to review)") : "batch    not measured (--lookups)")}
        {(Lookup is { } one ? string.Create(CultureInfo.InvariantCulture, $"look-up  {one.Lookups:N0} of {one.Records:N0} records: {one.P50Ms:0.00} ms half of them, {one.P99Ms:0.00} ms 99 %; store {one.StoreMiB:N0} MiB, loaded in {one.LoadSeconds:0} s") : "look-up  not measured (--batch)")}
        """);
}

/// <param name="PeakMemoryMiB">Of the whole process, without pages of files.</param>
internal sealed record BatchFigures(int Records, double Seconds, double RecordsPerMinute, double PeakMemoryMiB, EvaluationReport Found);

/// <param name="P50Ms">Milliseconds.</param>
internal sealed record LookupFigures(int Records, int Lookups, double P50Ms, double P99Ms, double LoadSeconds, double StoreMiB);
