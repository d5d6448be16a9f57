using InfoShare.Adapters.Translation;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Codes;

namespace InfoShare.Tests.Formats;

/// <summary>Every format that some agency's adapter reads, found where the adapters say it: a new one is tested from its first day.</summary>
internal static class KnownFormats
{
    private const string Canonical = "canonical";

    /// <summary>Each format once, with the first kind of agency that reads it; the canonical one, which takes all JSON, last.</summary>
    public static IReadOnlyList<(AgencyKind Kind, ITranslator Translator)> All { get; } =
        [.. Enum.GetValues<AgencyKind>()
            .SelectMany(kind => AgencyFormats.Of(kind).Translators.Select(translator => (Kind: kind, Translator: translator)))
            .DistinctBy(f => f.Translator.Format)
            .OrderBy(f => f.Translator.Format == Canonical)];

    /// <summary>The kinds of agency that read a format.</summary>
    public static IReadOnlyList<AgencyKind> KindsReading(string format) =>
        [.. Enum.GetValues<AgencyKind>().Where(kind => AgencyFormats.Reading(kind, format) is not null)];

    /// <summary>The format for which a file is taken; null: none.</summary>
    public static string? TakenFor(FormatFile file)
    {
        using var stream = File.OpenRead(file.Path);
        var bytes = new byte[FileStart.Bytes];
        var start = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        return All.Select(f => f.Translator).FirstOrDefault(translator => translator.Recognises(file.FileName, start))?.Format;
    }
}
