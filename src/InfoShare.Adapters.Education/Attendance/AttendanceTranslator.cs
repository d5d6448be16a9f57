using InfoShare.Adapters.Tables;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>
/// Reads attendance as school systems export it in CSV: a summary of each pupil, or one row for each mark. What becomes of
/// it is in docs/formats-education.md.
/// </summary>
public sealed class AttendanceTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "attendance";

    /// <inheritdoc/>
    public bool Streams => true;

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && Header.Find(new(start.ToArray())) is not null;
    }

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = new Table(content);
        return Header.Find(table) is { } header
            ? new FileTranslation.Readable(new AttendanceRecords(header, context).Of(table.Records(header.Row)))
            : new FileTranslation.Unreadable(new FieldProblem("", content.IsEmpty
                ? "must not be empty"
                : "must have a header that names pupils (UPN, pupil id, or surname and date of birth) and their attendance (percentage, possible and attended sessions, or date and mark)"));
    }
}
