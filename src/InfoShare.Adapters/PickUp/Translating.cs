using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>Finds the translator for a file and runs it.</summary>
internal sealed class Translating(AdapterSettings settings, IReadOnlyList<ITranslator> translators, TimeProvider clock, ILogger log)
{
    private const int Start = 4096;
    private static readonly TimeZoneInfo UnitedKingdom =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>By the first translator that recognises the file.</summary>
    public FileTranslation Translate(string fileName, ReadOnlyMemory<byte> content)
    {
        var start = content.Span[..Math.Min(Start, content.Length)];
        foreach (var translator in translators)
        {
            if (translator.Recognises(fileName, start))
                return Translate(translator, content, fileName);
        }

        return new FileTranslation.Unreadable(new FieldProblem("", content.Length == 0 ? "must not be empty" : "is of no format that this adapter reads"));
    }

    public FileTranslation Translate(ITranslator translator, ReadOnlyMemory<byte> content, string? fileName = null)
    {
        try
        {
            return translator.Translate(content, Context(fileName));
        }
#pragma warning disable CA1031 // Translators are total; one that is not must not stop the other files.
        catch (Exception e)
        {
            log.LogError("the {Format} translator failed: {Error}", translator.Format, e.GetType().Name);
            return new FileTranslation.Unreadable(new FieldProblem("", $"could not be read: the {translator.Format} translator failed, which is a fault of ours"));
        }
#pragma warning restore CA1031
    }

    private TranslationContext Context(string? fileName)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, UnitedKingdom).DateTime);
        return new(
            settings.Participant, settings.Kind, settings.Organisations, now,
            settings.AsOf ?? today, settings.RecentDays, settings.AcceptAuthorities)
        {
            FileName = fileName,
            Attendance = settings.Attendance,
        };
    }
}
