using System.Text.Encodings.Web;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Files;
using InfoShare.Policy.Cedar.Conformance;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy conformance DIR</c>. Exit code 0 if there are cases and nothing differs but what is known, 1 otherwise.</summary>
/// <param name="time">Says when progress is due.</param>
public sealed class ConformanceRun(TimeProvider time, TextWriter output, TextWriter error)
{
    private const int MostBytesKnown = 1024 * 1024;

    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(5);

    /// <summary>Names of entities are readable; the document is never part of a web page.</summary>
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<int> RunAsync(ConformanceOptions options, CancellationToken cancellationToken)
    {
        var (known, knownProblem) = await ReadKnownAsync(options.Known, cancellationToken);
        var (folder, folderProblem) = CaseFolder.Open(options.Folder);
        if (known is null || folder is null)
            return await Failure.SayAsync(knownProblem ?? folderProblem!, options.Json, output, error);

        var results = await CompareAsync(folder, cancellationToken);
        if (results.Count == 0)
            return await Failure.SayAsync($"{options.Folder}: there is no case below it", options.Json, output, error);

        var sum = ConformanceResult.Sum(results);
        var differences = sum.Differences.Select(one => (Difference: one, Known: known.Reason(folder.FullPath(one.Case), one))).ToList();
        await (options.Json ? WriteJsonAsync(sum, differences) : WriteLinesAsync(sum, differences));
        return differences.TrueForAll(one => one.Known is not null) ? 0 : 1;
    }

    private static async Task<(KnownDifferences? Known, string? Problem)> ReadKnownAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
            return (KnownDifferences.None, null);
        var file = await TextFile.ReadAsync(path, MostBytesKnown, cancellationToken);
        if (file.Text is not { } text)
            return (null, file.Problem);
        var known = KnownDifferences.Read(text);
        return (known.Value, known.IsValid ? null : $"{path}: {known.Errors[0]}");
    }

    private async Task<IReadOnlyCollection<ConformanceResult>> CompareAsync(CaseFolder folder, CancellationToken cancellationToken)
    {
        var results = new List<ConformanceResult>();
        var said = time.GetTimestamp();
        foreach (var (name, looked) in folder.Names.Select((name, index) => (name, index)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(said) >= BetweenProgress)
            {
                await error.WriteLineAsync($"looked at {looked} of {folder.Names.Count} files");
                said = time.GetTimestamp();
            }

            if (await folder.CompareAsync(name, cancellationToken) is { } result)
                results.Add(result);
        }

        return results;
    }

    private async Task WriteLinesAsync(ConformanceResult sum, IReadOnlyList<(CaseDifference Difference, string? Known)> differences)
    {
        foreach (var (difference, known) in differences)
            await output.WriteLineAsync(known is null ? $"{difference}" : $"{difference} (known: {known})");
        await output.WriteLineAsync($"agreed {sum.RequestsAgreed} of {sum.Requests} requests, {sum.ValidationsAgreed} of {sum.Validations} validations");
    }

    private Task WriteJsonAsync(ConformanceResult sum, IReadOnlyList<(CaseDifference Difference, string? Known)> differences) =>
        output.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                sum.Requests,
                sum.RequestsAgreed,
                sum.Validations,
                sum.ValidationsAgreed,
                Differences = differences.Select(one => new { one.Difference.Case, one.Difference.Request, one.Difference.What, one.Known }),
            },
            Form));
}
