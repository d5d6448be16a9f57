using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Files;
using InfoShare.Cli.Hosting;
using InfoShare.Directory;

namespace InfoShare.Cli.Index;

/// <summary>Runs <c>infoshare index import-postcodes FILE</c>. Exit code 0 when the postcodes are in the data folder; otherwise 1, and those from before are still there.</summary>
/// <param name="time">Says how long it took.</param>
internal sealed class ImportPostcodesRun(TimeProvider time, TextWriter output, TextWriter error)
{
    private const int RowsBetweenProgress = 500_000;

    public async Task<int> RunAsync(ImportPostcodesOptions options, CancellationToken cancellationToken)
    {
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var start = time.GetTimestamp();
            using var text = File.OpenText(options.File);
            var reading = OnspdReader.Read(Watched(TextLines.Of(text), cancellationToken));
            if (reading.Postcodes is not { } postcodes)
                return await Failure.SayAsync($"{options.File}: {reading.Problem}", options.Json, output, error);

            var path = PostcodesOpening.FileIn(settings);
            Save(postcodes, path);
            await SayAsync(reading, path, time.GetElapsedTime(start), options.Json);
            return 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return await Failure.SayAsync($"{options.File}: there is no such file", options.Json, output, error);
        }
        catch (InvalidDataException e)
        {
            return await Failure.SayAsync($"{options.File}: {e.Message}", options.Json, output, error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await Failure.SayAsync($"{options.File}: cannot be imported: {e.Message}", options.Json, output, error);
        }
    }

    /// <summary>The lines, with a word about every so many.</summary>
    private IEnumerable<string> Watched(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        foreach (var (read, line) in lines.Index())
        {
            if (read > 0 && read % RowsBetweenProgress == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read:N0} rows read"));
            }

            yield return line;
        }
    }

    /// <summary>Under a name of its own until it is whole and on disk.</summary>
    private static void Save(Postcodes postcodes, string path)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                PostcodesFile.Write(postcodes, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private async Task SayAsync(PostcodeReading reading, string path, TimeSpan took, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    reading.Rows,
                    reading.Kept,
                    reading.Terminated,
                    Skipped = reading.Skipped.ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName($"{s.Key}"), s => s.Value),
                    reading.UnknownCodes,
                    File = path,
                    Seconds = Math.Round(took.TotalSeconds, 1),
                },
                JsonSerializerOptions.Web));
            return;
        }

        foreach (var (reason, count) in reading.Skipped)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"skipped {count:N0}: {WordsFor(reason)}"));
        if (reading.UnknownCodes.Count > 0)
            await output.WriteLineAsync($"not known: {string.Join(' ', reading.UnknownCodes)}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"kept {reading.Kept:N0} of {reading.Rows:N0} rows, {reading.Terminated:N0} of them no longer in use, in {path}; used from the next start on"));
    }

    private static string WordsFor(SkippedPostcode reason) => reason switch
    {
        SkippedPostcode.Scotland => "in Scotland",
        SkippedPostcode.Wales => "in Wales",
        SkippedPostcode.NorthernIreland => "in Northern Ireland",
        SkippedPostcode.Islands => "on the Channel Islands or the Isle of Man",
        SkippedPostcode.Blank => "without a local authority",
        SkippedPostcode.UnknownCode => "of a local authority that this release does not know",
        SkippedPostcode.NoPostcode => "no postcode",
        _ => "a postcode that has come before",
    };
}
