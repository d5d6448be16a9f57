using InfoShare.Console.Words;
using InfoShare.Routing.Board;

namespace InfoShare.Console.Board;

/// <summary>The figures of one series as a table: whose down, what across. Pure.</summary>
/// <param name="Of">What the first column holds.</param>
/// <param name="Rows">Each with as many counts as there are columns.</param>
internal sealed record BoardTable(string Series, string Title, string Of, IReadOnlyList<string> Columns, IReadOnlyList<(string Of, IReadOnlyList<BoardCell> Counts)> Rows)
{
    private static readonly Dictionary<string, (string Title, string Of)> Words = new()
    {
        ["answers"] = ("Answers that were owed", "Who owed it"),
        ["challenges"] = ("Challenges, and what came of them", "Role that raised it"),
        ["agreement"] = ("What was said of agreement", "Agreement to"),
        ["shared-despite-refusal"] = ("Shared although it was refused, by the rule that let it", "Kind of agency that got it"),
        ["child-voice"] = ("Concerns that say what the child says", "Kind of agency that raised it"),
        ["meetings-held"] = ("Meetings held", "Kind of meeting"),
        ["invitations"] = ("Invitations to meetings", "Who was invited"),
        ["reports"] = ("Reports for meetings", "Who was asked"),
        ["disclosure-refused"] = ("Decided not to tell another agency", "Who decided"),
        ["transfers"] = ("Children who wait to be taken over, now", "Who is asked"),
        ["plans"] = ("Open plans by age, as the agencies told of their cases, now", "Whose case it is"),
    };

    /// <summary>In the order in which the series come.</summary>
    public static IReadOnlyList<BoardTable> All(IReadOnlyList<Figure> figures) => [.. figures.GroupBy(figure => figure.Series).Select(series => One(series.Key, [.. series]))];

    private static BoardTable One(string series, IReadOnlyList<Figure> figures)
    {
        var (title, of) = Words.GetValueOrDefault(series, (CaseWords.Label(series), "Whose"));
        var columns = figures.Select(figure => figure.What).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(series, title, of, columns, [.. figures.GroupBy(figure => figure.Of).Select(row => (row.Key, Counts([.. row], columns)))]);
    }

    private static IReadOnlyList<BoardCell> Counts(IReadOnlyList<Figure> row, IEnumerable<string> columns) =>
        [.. columns.Select(column => row.FirstOrDefault(figure => figure.What == column) is { } figure ? new BoardCell(figure.Count, figure.Count is null) : new BoardCell(0, false))];
}

/// <summary>One count.</summary>
/// <param name="IsLeftOut">It is too small to be told, or keeps others from being worked out.</param>
internal sealed record BoardCell(long? Count, bool IsLeftOut);
