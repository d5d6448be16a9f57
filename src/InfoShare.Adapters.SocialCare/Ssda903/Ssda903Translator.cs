using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>
/// Reads the episodes file of the DfE's return on looked-after children (SSDA903). Each row is one record; what becomes of
/// it depends on the child's other rows: docs/formats-social-care.md.
/// </summary>
public sealed class Ssda903Translator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "ssda903";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => CsvTable.HasHeader(start, Ssda903Columns.All);

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = CsvTable.Read(content, Ssda903Columns.All);
        if (table.Value is not { } rows)
            return new FileTranslation.Unreadable(table.Problems);
        if (CinAuthority.Speaker([], context) is not { } speaker)
            return new FileTranslation.Unreadable(CinAuthority.NobodyToSpeakFor);

        var read = rows.Select(row => (Row: row, Episode: Episode.Read(row, context.AsOf))).ToList();
        var chronology = new Chronology(new(speaker), context.AsOf, context.RecentDays);
        var records = read.Where(r => r.Episode.Value is null)
            .Select(r => (r.Row.Line, (RecordTranslation)new RecordTranslation.Quarantined(r.Row.Place, r.Episode.Problems)))
            .Concat(read.Select(r => r.Episode.Value).OfType<Episode>().GroupBy(e => e.Child, StringComparer.Ordinal).SelectMany(chronology.Of));
        return new FileTranslation.Readable([.. records.OrderBy(r => r.Line).Select(r => r.Item2)]);
    }
}
