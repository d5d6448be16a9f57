namespace InfoShare.Directory;

/// <summary>
/// Tells a reorganisation, which gives places new codes, from a move. Both codes are read as what they mean on one day, so it
/// does not matter which is older, and an old code that arrives late is no move back. Pure.
/// </summary>
public static class AreaChanges
{
    /// <summary>
    /// What came of it. Where an area was divided, its old code alone cannot tell a move from one of its parts to the other:
    /// from Cumbria (E10000006) to either of its successors counts as <see cref="AreaChange.Recoded"/>; a district's code tells.
    /// </summary>
    /// <param name="before">GSS code of an authority or district where the child was known to be.</param>
    /// <param name="after">GSS code of an authority or district that is told now.</param>
    /// <param name="day">The day in England for which it is told.</param>
    public static AreaChange Between(string? before, string? after, DateOnly day)
    {
        var (was, now) = (LocalAuthorities.AuthoritiesFor(before, day), LocalAuthorities.AuthoritiesFor(after, day));
        if (was.Count == 0 || now.Count == 0)
            return AreaChange.Unknown;
        if (!was.Overlaps(now))
            return AreaChange.Moved;
        return LocalAuthorities.Named(before)!.ChildrensServices == LocalAuthorities.Named(after)!.ChildrensServices
            ? AreaChange.None
            : AreaChange.Recoded;
    }
}
