namespace InfoShare.Tests.Routing.Year;

/// <summary>Something that a clock sets off.</summary>
internal sealed record Firing(string What, string Id, DateTimeOffset At);

/// <summary>What must be fired, and in which round: the first that comes when it is due, unless it is over by then.</summary>
internal sealed class Expected
{
    private readonly PriorityQueue<Watch, DateTimeOffset> watches = new();

    public List<Firing> Fired { get; } = [];

    public List<DateTimeOffset> Rounds { get; } = [];

    /// <param name="before">It is not fired from then on.</param>
    /// <param name="then">What follows when it is fired.</param>
    public Watch Add(string what, string id, DateTimeOffset due, DateTimeOffset? before = null, Action<DateTimeOffset>? then = null)
    {
        var watch = new Watch(what, id, before, then);
        watches.Enqueue(watch, due);
        return watch;
    }

    /// <summary>An answer that is owed: a reminder twelve hours before, or when half of the time is over, whichever is later; and three who hear that it is late.</summary>
    public IReadOnlyList<Watch> Owes(string delivery, string about, string clock, DateTimeOffset at, DateTimeOffset late)
    {
        var (half, before) = (at + (late - at) / 2, late.AddHours(-12));
        return
        [
            Add("reminder", $"{delivery} {clock}", half > before ? half : before, late),
            Add("overdue", $"{delivery} {clock}", late), Add("alert unanswered", $"{delivery} {clock}", late), Add("told unanswered", about, late),
        ];
    }

    /// <summary>A round of housekeeping.</summary>
    public void Round(DateTimeOffset now)
    {
        Rounds.Add(now);
        while (watches.TryPeek(out _, out var due) && due <= now)
        {
            var watch = watches.Dequeue();
            if (watch.IsOver || watch.Before <= now)
                continue;
            Fired.Add(new(watch.What, watch.Id, now));
            watch.Then?.Invoke(now);
        }
    }

    /// <summary>The first round in which something older than the limit is seen to be older.</summary>
    public DateTimeOffset? FirstRoundAfter(DateTimeOffset since, TimeSpan limit)
    {
        var at = Rounds.BinarySearch(since + limit);
        var first = at < 0 ? ~at : at + 1;
        return first < Rounds.Count ? Rounds[first] : null;
    }
}

/// <summary>Something that will be due.</summary>
internal sealed class Watch(string what, string id, DateTimeOffset? before, Action<DateTimeOffset>? then)
{
    public string What { get; } = what;
    public string Id { get; } = id;
    public DateTimeOffset? Before { get; } = before;
    public Action<DateTimeOffset>? Then { get; } = then;
    public bool IsOver { get; set; }
}
