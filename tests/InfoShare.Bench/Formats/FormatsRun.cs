using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.Formats;

/// <summary>Reads a large file of each format and a tenth of one, each in a process of its own.</summary>
internal static class FormatsRun
{
    /// <summary>The argument by which this program is asked to read one file: format, rows, folder.</summary>
    private const string One = "read-one";

    /// <summary>What runs it and says the figures; or what is wrong with the arguments.</summary>
    public static (Func<CancellationToken, Task<string>>? Run, string? Problem) Asked(string[] arguments)
    {
        if (arguments is [One, var format, var rows, var folder])
            return (stop => ReadHereAsync(format, int.Parse(rows, CultureInfo.InvariantCulture), folder, stop), null);
        var (options, problem) = FormatsOptions.Read(arguments);
        return (options is null ? null : async stop => await RunAsync(options.Rows, stop) is var result && options.Json ? result.ToJson() : result.ToTable(), problem);
    }

    private static async Task<FormatsResult> RunAsync(int rows, CancellationToken stop)
    {
        var figures = new List<FormatFigures>();
        foreach (var file in LargeFile.All)
        {
            var tenth = await ReadAsync(file, rows / 10, stop);
            var whole = await ReadAsync(file, rows, stop);
            figures.Add(new(file.Format, rows, Math.Round(whole.Rows / whole.Seconds), whole.PeakMiB, tenth.PeakMiB, whole.PeakHeapMiB, tenth.PeakHeapMiB));
        }

        return new(figures);
    }

    /// <summary>In the process that <see cref="ReadAsync"/> starts.</summary>
    private static async Task<string> ReadHereAsync(string format, int rows, string folder, CancellationToken stop) =>
        JsonSerializer.Serialize(await Reading.RunAsync(LargeFile.All.Single(file => file.Format == format), rows, folder, stop));

    private static async Task<ReadingResult> ReadAsync(LargeFile file, int rows, CancellationToken stop)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-formats-").FullName;
        try
        {
            Progress.Say($"{file.Format}, {rows} rows …");
            var start = new ProcessStartInfo(Environment.ProcessPath!, (string[])["formats", One, file.Format, $"{rows}", folder]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            await using var ended = stop.Register(process.Kill);
            var said = await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0)
                throw new BenchException($"{file.Format} could not be read");
            var result = JsonSerializer.Deserialize<ReadingResult>(said)!;
            Progress.Say($"  {rows / result.Seconds:0} rows/s, {result.PeakMiB:0.0} MiB");
            return result;
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
