namespace InfoShare.Directory;

/// <summary>What every entry of the directory has: an id, and the days on which it is in effect.</summary>
internal interface IEntry
{
    string Id { get; }

    DateOnly? From { get; }

    DateOnly? To { get; }
}

internal static class Entry
{
    public static DateSpan Span(this IEntry entry) => new(entry.From, entry.To);

    public static bool InEffect(this IEntry entry, DateOnly day) => entry.Span().Contains(day);
}
