using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using static InfoShare.Adapters.SocialCare.Ssda903.Ssda903Columns;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>A row of the file: a time in one placement under one legal status.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Child">The authority's id of the child.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; null while it goes on.</param>
/// <param name="ReasonForNew">RNE.</param>
/// <param name="LegalStatus">LS.</param>
/// <param name="Place">PLACE.</param>
/// <param name="ReasonCeased">REC.</param>
/// <param name="ReasonForChange">REASON_PLACE_CHANGE, of the change that ended the episode.</param>
/// <param name="Postcode">PL_POST, full or part.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record Episode(
    CsvRow Row, string Child, DateOnly Start, DateOnly? End, string? ReasonForNew, string? LegalStatus, string? Place,
    string? ReasonCeased, string? ReasonForChange, string? Postcode, IReadOnlyList<Mark> Marks)
{
    private const int LongestChild = 40;
    private const int LongestPostcode = 10;

    /// <summary>The episode, or the fields that stop it.</summary>
    public static ReadResult<Episode> Read(CsvRow row, DateOnly asOf)
    {
        var fields = new CsvFields(row);
        var (child, start) = (fields.Text(Ssda903Columns.Child, LongestChild), fields.Day(Ssda903Columns.Start));
        if (row.Problem is { } problem)
            return ReadResult.Bad<Episode>(row.Place, problem);
        if (child is null)
            return ReadResult.Bad<Episode>($"{row.Place}, {Ssda903Columns.Child}", $"is required, with at most {LongestChild} characters");
        if (start is null || start > asOf)
            return ReadResult.Bad<Episode>($"{row.Place}, {Ssda903Columns.Start}", $"{CsvDay.Form}, and {CsvDay.NotYet}");

        return ReadResult.Ok(new Episode(
            row, child, start.Value, Ended(fields, start.Value, asOf),
            fields.Code(Ssda903Columns.ReasonForNew, ReasonsForNew, "must be S, L, P, T, B or U"),
            fields.Code(Ssda903Columns.LegalStatus, LegalStatuses, "must be a legal status code of the return"),
            fields.Code(Ssda903Columns.Place, Placements, "must be a placement code of the return"),
            fields.Code(Ssda903Columns.ReasonCeased, ReasonsCeased, "must be a code for the reason why an episode ceased"),
            fields.Text(Ssda903Columns.ReasonForChange)?.ToUpperInvariant(),
            fields.Text(Ssda903Columns.Postcode, LongestPostcode)?.ToUpperInvariant(),
            fields.Marks));
    }

    /// <summary>Whether the child's home is here: not for a short break, and not for a stay in hospital or the like.</summary>
    public bool IsHome => (LegalStatus is null || !ShortBreaks.Contains(LegalStatus)) && (Place is null || !Temporary.Contains(Place));

    /// <summary>An end that has not come, or came before the start, ends nothing.</summary>
    private static DateOnly? Ended(CsvFields fields, DateOnly start, DateOnly asOf)
    {
        var end = fields.Day(Ssda903Columns.End);
        if (end is null || (end <= asOf && end >= start))
            return end;
        fields.Mark(Ssda903Columns.End, $"must not be before {Ssda903Columns.Start}, and {CsvDay.NotYet}");
        return null;
    }
}
