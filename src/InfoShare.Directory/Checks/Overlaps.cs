namespace InfoShare.Directory;

/// <summary>Finds entries that are in effect on the same day.</summary>
internal static class Overlaps
{
    /// <summary>Each entry that begins before one of those before it has ended, with that one. One pass over the entries by first day.</summary>
    public static IEnumerable<(T Later, T Earlier)> In<T>(IEnumerable<T> entries, Func<T, DateSpan> span) where T : class
    {
        T? lasting = null;
        foreach (var entry in entries.Where(e => !span(e).IsReversed).OrderBy(e => span(e).First))
        {
            if (lasting is not null && span(entry).First <= span(lasting).Last)
                yield return (entry, lasting);
            if (lasting is null || span(entry).Last > span(lasting).Last)
                lasting = entry;
        }
    }
}
