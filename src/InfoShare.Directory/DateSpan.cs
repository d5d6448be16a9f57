namespace InfoShare.Directory;

/// <summary>The days on which something is in effect: first and last day included, null for no limit.</summary>
internal readonly record struct DateSpan(DateOnly? From, DateOnly? To)
{
    public DateOnly First => From ?? DateOnly.MinValue;

    public DateOnly Last => To ?? DateOnly.MaxValue;

    public bool IsReversed => Last < First;

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The first day that none of the parts holds; null when they hold every day.</summary>
    public DateOnly? FirstGap(IEnumerable<DateSpan> parts)
    {
        var needed = First;
        foreach (var part in parts.Where(p => !p.IsReversed).OrderBy(p => p.First))
        {
            if (part.First > needed)
                break;
            if (part.Last >= Last)
                return null;
            if (part.Last >= needed)
                needed = part.Last.AddDays(1);
        }

        return IsReversed ? null : needed;
    }
}
