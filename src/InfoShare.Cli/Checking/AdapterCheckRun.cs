using System.Text.Json;
using InfoShare.Adapters;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Files;
using InfoShare.Cli.Hosting;
using InfoShare.Directory;

namespace InfoShare.Cli.Checking;

/// <summary>Runs <c>infoshare adapter check FORMAT FILE</c>: reads, and writes nothing. Exit code 0 for a file that can be read, 1 otherwise.</summary>
public sealed class AdapterCheckRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    private const int LookedAt = 100;

    public async Task<int> RunAsync(AdapterCheckOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config, AsOf = options.AsOf }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var readers = ReadersOf(options, settings);
            var file = await NamedFile.ReadAsync(options.File, readers.Max(r => r.MostBytes), cancellationToken);
            return file.Content is { } content
                ? await SayAsync(Translate(readers, content, Path.GetFileName(options.File)), options.Json)
                : await Failure.SayAsync(file.Problem!, options.Json, output, error);
        }
        catch (CannotStartException e)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
    }

    /// <summary>The adapter that was named; or those of the directory that read the format.</summary>
    private static List<Reader> ReadersOf(AdapterCheckOptions options, Settings settings)
    {
        var directory = DirectoryOpening.Read(settings);
        var readers =
            (from participant in directory.Participants
             where options.Participant is null || participant.Id == options.Participant
             let translator = AgencyFormats.Of(participant.Kind, options.Format)
             where translator is not null
             select new Reader(AdapterOpening.SettingsFor(participant, settings), translator)).ToList();
        return readers.Count > 0 ? readers : throw new CannotStartException(options.Participant is { } id
            ? $"{id} is no participant of the directory that reads {options.Format}"
            : $"no participant of the directory reads {options.Format}");
    }

    /// <summary>By the first adapter that can use anything of it; by the first of all where none can.</summary>
    private Translated Translate(List<Reader> readers, ReadOnlyMemory<byte> content, string fileName)
    {
        var at = clock.GetUtcNow();
        var reader = readers.Find(r => CanUse(r.Translate(content, fileName, at))) ?? readers[0];
        return new(reader, reader.Translate(content, fileName, at), at);
    }

    private static bool CanUse(FileTranslation file) =>
        file is FileTranslation.Readable readable && readable.Records.Take(LookedAt).Any(record => record is not RecordTranslation.Quarantined);

    private Task<int> SayAsync(Translated file, bool json) => file.Translation switch
    {
        FileTranslation.Readable readable => SayAsync(file, readable.Records.Select(record => CheckedRecord.Of(record, file.By.Settings.Kind, file.At)), json),
        FileTranslation.Unreadable unreadable => SayUnreadableAsync(file, [.. unreadable.Problems.Select(Problem.Of)], json),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    private async Task<int> SayAsync(Translated file, IEnumerable<CheckedRecord> records, bool json)
    {
        var totals = new CheckTotals();
        if (json)
        {
            var all = records.ToList();
            all.ForEach(totals.Add);
            await WriteAsync(new CheckReport(file.Format, file.Participant, file.AsOf, true, [], all, totals));
            return 0;
        }

        await output.WriteLineAsync(file.Heading);
        foreach (var record in records)
        {
            totals.Add(record);
            foreach (var line in CheckWords.Of(record))
                await output.WriteLineAsync(line);
        }

        foreach (var line in CheckWords.Of(totals).Append(CheckWords.Ending))
            await output.WriteLineAsync(line);
        return 0;
    }

    private async Task<int> SayUnreadableAsync(Translated file, IReadOnlyList<Problem> problems, bool json)
    {
        if (json)
            await WriteAsync(new CheckReport(file.Format, file.Participant, file.AsOf, false, problems, [], new()));
        foreach (var problem in problems)
            await error.WriteLineAsync($"it cannot be read as {file.Format}: {CheckWords.Of(problem)}");
        return 1;
    }

    private Task WriteAsync(CheckReport report) => output.WriteLineAsync(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));

    private sealed record Reader(AdapterSettings Settings, ITranslator Translator)
    {
        public int MostBytes => Translator.Streams ? Settings.LargeFileBytes : Settings.FileBytes;

        public FileTranslation Translate(ReadOnlyMemory<byte> content, string fileName, DateTimeOffset at) =>
            Translator.Translate(content, Settings.ContextAt(at, fileName));
    }

    private sealed record Translated(Reader By, FileTranslation Translation, DateTimeOffset At)
    {
        public string Format => By.Translator.Format;

        public string Participant => By.Settings.Participant;

        public DateOnly AsOf => By.Settings.ContextAt(At, null).AsOf;

        public string Heading => $"Read as {Format} by {Participant}, as of {AsOf:yyyy-MM-dd}:";
    }
}
