namespace InfoShare.Routing.Board;

/// <summary>
/// Leaves out counts by which somebody could be recognised. Source: Office for National Statistics, policy on protecting confidentiality
/// in tables: what is left out must not follow from what is not. Pure.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The smallest count that is told, but for none at all.</summary>
    public const int Least = 5;

    /// <summary>The figures with small counts left out; where one alone of a group was, the next smallest as well, for the sum may be known from elsewhere.</summary>
    public static IReadOnlyList<Figure> LeftOut(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return [.. figures.GroupBy(figure => (figure.Series, figure.Of)).SelectMany(group => OfGroup([.. group]))];
    }

    private static IEnumerable<Figure> OfGroup(IReadOnlyList<Figure> group)
    {
        var small = group.Where(figure => figure.Count is > 0 and < Least).ToHashSet();
        if (small.Count == 1 && group.Where(figure => figure.Count >= Least).MinBy(figure => figure.Count) is { } next)
            small.Add(next);
        return group.Select(figure => small.Contains(figure) ? figure with { Count = null } : figure);
    }
}
