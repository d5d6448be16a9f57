using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>
/// Reads the episodes file of the DfE's return on looked-after children (SSDA903). Each row is one record; what becomes of
/// it depends on the child's other rows: docs/formats-social-care.md.
/// </summary>
public sealed class Ssda903Translator : ITranslator
{
    private static readonly string TooManyMixed =
        $"must have the rows of each child together, {ChildByChild.MostRows} at most, or not be larger than {CsvLimits.Bytes / 1024 / 1024} MiB and {CsvLimits.Rows} rows";

    /// <inheritdoc/>
    public string Format => "ssda903";

    /// <inheritdoc/>
    public bool Streams => true;

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => CsvTable.HasHeader(start, Ssda903Columns.All);

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = CsvTable.Open(content, Ssda903Columns.All);
        if (table.Value is not { } rows)
            return new FileTranslation.Unreadable(table.Problems);
        if (CinAuthority.Speaker([], context) is not { } speaker)
            return new FileTranslation.Unreadable(CinAuthority.NobodyToSpeakFor);
        if (ChildByChild.Is(rows))
            return new FileTranslation.Readable(ChildByChild.Children(rows).SelectMany(child => Records(child, speaker, context)));
        return CsvTable.Read(content, Ssda903Columns.All).Value is { } mixed
            ? new FileTranslation.Readable(Records(mixed, speaker, context))
            : new FileTranslation.Unreadable(new FieldProblem("", TooManyMixed));
    }

    /// <summary>Of rows that are all of their children's, in the order of the rows.</summary>
    private static IEnumerable<RecordTranslation> Records(IReadOnlyList<CsvRow> rows, OrganisationSource speaker, TranslationContext context)
    {
        var read = rows.Select(row => (Row: row, Episode: Episode.Read(row, context.AsOf))).ToList();
        var chronology = new Chronology(new(speaker), context.AsOf, context.RecentDays);
        return read.Where(r => r.Episode.Value is null)
            .Select(r => (r.Row.Line, Record: (RecordTranslation)new RecordTranslation.Quarantined(r.Row.Place, r.Episode.Problems)))
            .Concat(read.Select(r => r.Episode.Value).OfType<Episode>().GroupBy(e => e.Child, StringComparer.Ordinal).SelectMany(chronology.Of))
            .OrderBy(r => r.Line)
            .Select(r => r.Record);
    }
}
