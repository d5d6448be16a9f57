using System.Globalization;
using System.Text.Json;
using InfoShare.ChildIndex.Evaluating;
using InfoShare.Cli.Commands;

namespace InfoShare.Cli.Index;

/// <summary>Runs <c>infoshare index evaluate</c>. Exit code 0 when the tables could be read.</summary>
/// <param name="time">Says how long it took.</param>
internal sealed class IndexEvaluateRun(TimeProvider time, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(IndexEvaluateOptions options, CancellationToken cancellationToken)
    {
        var asked = options.Tables;
        var (columns, problem) = PersonColumns.Read(asked.Map);
        var (truth, problemOfTruth) = Truth.Read(options.TruthColumn, options.TruthRegex);
        if (columns is null || problemOfTruth is not null)
            return await Failure.SayAsync(problem ?? problemOfTruth!, asked.Json, output, error);

        var start = time.GetTimestamp();
        var (tables, problemOfTables) = await TwoTables.ReadAsync(asked.Left, asked.Right, columns, truth, cancellationToken);
        if (tables is null)
            return await Failure.SayAsync(problemOfTables!, asked.Json, output, error);
        await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{tables.People.Count:N0} records read{(tables.Unusable > 0 ? $", {tables.Unusable:N0} rows could not be" : "")}; linking …"));

        var linked = tables.Link();
        // Where nobody says whom the records are of, each is of somebody else: figures that need the truth are then left out.
        var report = Evaluation.Of(truth is null ? [.. Enumerable.Range(0, tables.People.Count).Select(i => $"{i}")] : tables.Truth, linked.Pairs, tables.OfLeft);
        await SayAsync(report, truth is not null, tables, time.GetElapsedTime(start), asked.Json);
        return 0;
    }

    private async Task SayAsync(EvaluationReport report, bool known, TwoTables tables, TimeSpan took, bool json)
    {
        var seconds = Math.Round(took.TotalSeconds, 1);
        if (!known)
            report = report with { Automatic = report.Automatic with { Precision = null, Wrong = 0 } };
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new { Records = tables.People.Count, tables.Unusable, report.Pairs, report.Compared, report.Blocking, report.Automatic, report.WithReview, report.Clustered, report.ByGroup, Seconds = seconds },
                JsonSerializerOptions.Web));
            return;
        }

        foreach (var line in Lines(report, known))
            await output.WriteLineAsync(line);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"));
    }

    private static IEnumerable<string> Lines(EvaluationReport report, bool known)
    {
        yield return Say($"compared        {report.Compared:N0} pairs");
        yield return Say($"linked          {report.Automatic.Linked:N0} without anybody looking{(known ? $", {report.Automatic.Wrong:N0} of them wrong: precision {Figure(report.Automatic.Precision)}, recall {Figure(report.Automatic.Recall)}" : "")}");
        yield return Say($"to review       {report.WithReview.ToReview:N0}{(known ? $": recall with review {Figure(report.WithReview.Recall)}" : "")}");
        if (!known)
            yield break;
        yield return Say($"of one person   {report.Pairs:N0} pairs, {Figure(report.Blocking.Recall)} of them compared; F1 of the clusters {Figure(report.Clustered.F1)}");
        foreach (var (group, figures) in report.ByGroup)
            yield return Say($"  {group,-20} {figures.Pairs,9:N0}   linked {Figure(figures.Automatic)}   with review {Figure(figures.WithReview)}");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Figure(double? share) => share is { } known ? known.ToString("0.0000", CultureInfo.InvariantCulture) : "-";
}
