using InfoShare.Clocks;

namespace InfoShare.Directory;

/// <summary>A clock that a partnership sets is there, is set once for an area on any day, and is not laxer than what holds for all of England.</summary>
internal static class LocalClockCheck
{
    public static void Run(WrittenDirectory directory)
    {
        foreach (var (local, fields) in directory.LocalClocks)
        {
            var clock = NamedClocks.Named(local.Clock);
            if (clock is null && local.Clock.Length > 0)
                fields.Refuse("clock", "there is no clock with this name; ./infoshare clocks list shows those that there are");
            else if (local.Length != default && clock?.ProblemWith(local.Length) is { } problem)
                fields.Refuse("length", problem);
            if (local.Area.Length > 0 && AreaCheck.Problem(local.Area, local.To) is { } wrong)
                fields.Refuse("area", wrong);
        }

        foreach (var same in directory.LocalClocks.Where(c => c.Entry is { Clock.Length: > 0, Area.Length: > 0 }).GroupBy(c => (c.Entry.Area, c.Entry.Clock)))
            foreach (var (later, earlier) in Overlaps.In(same, c => c.Entry.Span()))
                later.Fields.Refuse("clock", $"the entry on line {earlier.Fields.Line} sets this clock for the same area on some of the same days");
    }
}
