namespace InfoShare.Clocks;

/// <summary>The pauses that have ended, joined where they touch.</summary>
internal sealed class Pauses
{
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> joined = [];

    public Pauses(IEnumerable<Pause> pauses)
    {
        var ended = pauses.Where(pause => pause.Until > pause.From).OrderBy(pause => pause.From);
        foreach (var (from, until) in ended.Select(pause => (pause.From, pause.Until!.Value)))
        {
            if (joined is [.., var last] && from <= last.Until)
                joined[^1] = (last.From, until > last.Until ? until : last.Until);
            else
                joined.Add((from, until));
        }
    }

    /// <summary>Whether the clock stood the whole of a day. A day on which it ran for a part counts: the earlier deadline is the safer one.</summary>
    public bool Cover(DateOnly day) =>
        joined.Exists(pause => pause.From <= London.StartOf(day) && London.StartOf(day.AddDays(1)) <= pause.Until);

    /// <summary>The instant so long after another, without what was paused between them.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan length)
    {
        var due = from + length;
        foreach (var pause in joined.Where(pause => pause.Until > from))
            if (pause.From <= due)
                due += pause.Until - (pause.From > from ? pause.From : from);
        return due;
    }
}
