using System.Diagnostics;
using System.Text.Json;
using InfoShare.Adapters;
using InfoShare.Adapters.PickUp;
using InfoShare.Bench.Running;
using InfoShare.Broker.InMemory;
using InfoShare.Cli.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Bench.Formats;

/// <summary>What reading one file took.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Seconds">From the file in <c>in/</c> until it is in <c>done/</c> and its messages in the spool.</param>
/// <param name="PeakMiB">The most memory of the process.</param>
/// <param name="PeakHeapMiB">The most of that in objects.</param>
internal sealed record ReadingResult(int Rows, double Seconds, double PeakMiB, double PeakHeapMiB);

/// <summary>Has an adapter pick up one large file. In a process of its own, so that nothing else is in its memory.</summary>
internal static class Reading
{
    private const int FileBytes = 64 * 1024;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    public static async Task<ReadingResult> RunAsync(LargeFile file, int rows, string folder, CancellationToken stop)
    {
        var settings = Settings(file, folder);
        var (translators, format) = AgencyFormats.Of(file.Kind);
        var broker = new InMemoryBroker(TimeProvider.System);
        broker.Declare(settings.Participant);
        await using var adapter = AgencyAdapter.Open(settings, broker.LinkFor(settings.Participant), translators, format, TimeProvider.System, NullLogger.Instance);
        using (var text = new StreamWriter(Path.Combine(settings.Folder, "in", file.Name)))
            file.Write(text, rows);

        await using var memory = new OwnMemory();
        await adapter.PickUpAsync(stop);
        var began = Stopwatch.GetTimestamp();
        var pickUp = adapter.PickUpAsync(stop);
        while (await Task.WhenAny(pickUp, Task.Delay(BetweenLines, stop)) != pickUp)
            Progress.Say($"  {file.Format}, {rows} rows: {adapter.Status().Reading?.Records ?? 0} records after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        await pickUp;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Account(file, rows, settings);
        return new(rows, seconds, memory.PeakMebibytes, memory.PeakHeapMebibytes);
    }

    /// <summary>Large from the first byte on, so that both sizes are read in the same way.</summary>
    private static AdapterSettings Settings(LargeFile file, string folder) => new()
    {
        Participant = $"bench-{file.Format}",
        Kind = file.Kind,
        Organisations = [file.From],
        Folder = Path.Combine(folder, "agency"),
        KeysFolder = Path.Combine(folder, "keys"),
        AsOf = LargeFile.Today,
        FileBytes = FileBytes,
        LargeFileBytes = int.MaxValue,
    };

    private static void Account(LargeFile file, int rows, AdapterSettings settings)
    {
        using var stream = File.OpenRead(Path.Combine(settings.Folder, "done", file.Name + ".summary.json"));
        var summary = JsonSerializer.Deserialize<FileSummary>(stream, JsonSerializerOptions.Web)!;
        if (summary.Records != file.Records(rows) || summary.Quarantined != 0 || summary.Messages == 0 || summary.Messages + summary.NothingToSend != summary.Records)
            throw new BenchException($"of {file.Format} {summary.Records} records were read, {summary.Messages} messages, {summary.NothingToSend} nothing to send, {summary.Quarantined} quarantined; expected {file.Records(rows)} records");
    }
}
