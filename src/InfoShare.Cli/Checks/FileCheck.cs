using InfoShare.Adapters;
using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Directory;

namespace InfoShare.Cli.Checks;

/// <summary>Reads a file as a participant's adapter would; takes, sends and writes nothing.</summary>
/// <param name="settings">The settings of all participants.</param>
/// <param name="now">The time.</param>
internal sealed class FileCheck(Settings settings, DateTimeOffset now)
{
    /// <summary>As the participant reads it that can use most of it, the first of several: a file says whose it is in a form of its own.</summary>
    /// <param name="readers">Participants who read the format; at least one.</param>
    /// <param name="format">The name of the format.</param>
    /// <param name="fileName">The file's name, which may matter.</param>
    /// <param name="content">What it holds.</param>
    public CheckedFile ByWhoCanUseMost(IReadOnlyList<Participant> readers, string format, string fileName, ReadOnlyMemory<byte> content)
    {
        var best = By(readers[0], format, fileName, content);
        foreach (var reader in readers.Skip(1).TakeWhile(_ => Unusable(best) > 0))
        {
            var read = By(reader, format, fileName, content);
            if (Unusable(read) < Unusable(best))
                best = read;
        }

        return best;
    }

    private static int Unusable(CheckedFile file) => file.Readable ? file.Quarantined : int.MaxValue;

    private CheckedFile By(Participant reader, string format, string fileName, ReadOnlyMemory<byte> content)
    {
        var context = ContextOf(AdapterOpening.SettingsFor(reader, settings), fileName);
        var takenFor = AgencyFormats.Of(reader.Kind).Translators.FirstOrDefault(t => t.Recognises(fileName, content.Span[..Math.Min(FileStart.Bytes, content.Length)]));
        var (problems, records) = Read(AgencyFormats.Reading(reader.Kind, format)!, content, context);
        return new(format, reader.Id, context.AsOf, takenFor?.Format, problems, records);
    }

    private static (IReadOnlyList<Problem> Problems, IReadOnlyList<CheckedRecord> Records) Read(
        ITranslator translator, ReadOnlyMemory<byte> content, TranslationContext context)
    {
        if (FileStart.Problem(content.Span) is { } problem)
            return ([Problem.Of(problem)], []);
        try
        {
            return translator.Translate(content, context) switch
            {
                FileTranslation.Readable readable => ([], [.. readable.Records.Select(record => CheckedRecord.Of(record, context))]),
                FileTranslation.Unreadable unreadable => ([.. unreadable.Problems.Select(Problem.Of)], []),
                var other => throw new InvalidOperationException(other.GetType().Name),
            };
        }
#pragma warning disable CA1031 // Translators are total. If one is not, its error must not be shown: it may repeat what was being read.
        catch (Exception e)
        {
            return ([new("", $"could not be read: the {translator.Format} translator failed ({e.GetType().Name}), which is a fault of ours")], []);
        }
#pragma warning restore CA1031
    }

    private TranslationContext ContextOf(AdapterSettings reader, string fileName) => new(
        reader.Participant, reader.Kind, reader.Organisations, now,
        reader.AsOf ?? DateOnly.FromDateTime(now.DateTime), reader.RecentDays, reader.AcceptAuthorities)
    {
        FileName = fileName,
        Attendance = reader.Attendance,
    };
}
