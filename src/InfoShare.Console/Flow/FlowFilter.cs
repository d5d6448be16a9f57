namespace InfoShare.Console.Flow;

/// <summary>What of the flow is looked at; null or empty is no condition.</summary>
/// <param name="Within">hour, day or month.</param>
public sealed record FlowFilter(string? Area, string? Type, string? Within)
{
    private static readonly string[] Spans = ["hour", "day", "month"];

    /// <summary>hour, day or month.</summary>
    public string Span => Spans.Contains(Within) ? Within! : "day";

    public IEnumerable<FlowCount> Of(FlowPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var spans = Spans.Take(Array.IndexOf(Spans, Span) + 1).ToArray();
        return picture.Rows.Where(row => spans.Contains(row.Within) && (string.IsNullOrEmpty(Area) || row.Area == Area) && (string.IsNullOrEmpty(Type) || row.Type == Type));
    }

    /// <summary>The counts by place: <c>from:participant</c>, <c>to:participant:fate</c>, <c>all:fate</c>.</summary>
    public IReadOnlyDictionary<string, long> CountsOf(FlowPicture picture)
    {
        var counts = new Dictionary<string, long>();
        foreach (var row in Of(picture))
        {
            foreach (var place in (string[])[$"from:{row.Sender}", $"to:{row.Participant}:{row.Fate}", $"all:{row.Fate}"])
                counts[place] = counts.GetValueOrDefault(place) + row.Count;
        }

        return counts;
    }
}
