using System.Text;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Tests.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Formats;

/// <summary>What a sample participant's adapter makes of a file, a line for each record, so that two ways of writing the same can be compared.</summary>
internal static class Told
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly Settings Settings = ConfigurationFile.Read(SampleConfiguration.Text).Settings!;

    /// <summary>Each record; or one line, why the file cannot be read.</summary>
    public static IReadOnlyList<string> Of(FormatFile file, byte[] content) => Of(file, file.FileName, content);

    /// <summary>The same of a text, in UTF-8.</summary>
    public static IReadOnlyList<string> Of(FormatFile file, string text) => Of(file, Encoding.UTF8.GetBytes(text));

    /// <summary>The same of a file of another name.</summary>
    public static IReadOnlyList<string> Of(FormatFile file, string fileName, byte[] content) =>
        ReadingOf(file).Translate(fileName, content, At) switch
        {
            FileTranslation.Readable readable => [.. readable.Records.Select(Line)],
            FileTranslation.Unreadable unreadable => [$"file: {string.Join("; ", unreadable.Problems)}"],
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    private static Translating ReadingOf(FormatFile file)
    {
        var format = KnownFormats.TakenFor(file)!;
        var reader = Directory.Participants.First(p => file.Participant is { } id ? p.Id == id : AgencyFormats.Reading(p.Kind, format) is not null);
        return new(AdapterOpening.SettingsFor(reader, Settings), AgencyFormats.Of(reader.Kind).Translators, new ManualClock(), NullLogger.Instance);
    }

    private static string Line(RecordTranslation record) => record switch
    {
        RecordTranslation.Messages messages => $"{record.Place}: {string.Join(", ", messages.Drafts.Select(d => $"{d.From.Id} {d.ChildKey} {d.RecordKey} {Encoding.UTF8.GetString(WireWriter.WriteData(d.Data))}"))}",
        RecordTranslation.NothingToSend nothing => $"{record.Place}: {nothing.Reason}",
        RecordTranslation.Quarantined bad => $"{record.Place}: {string.Join("; ", bad.Problems)}",
        _ => throw new ArgumentOutOfRangeException(nameof(record)),
    };
}
