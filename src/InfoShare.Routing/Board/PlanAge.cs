namespace InfoShare.Routing.Board;

/// <summary>How long a plan has been in place, as a board looks at it. Source: Suffolk LSCB's response, 4.3.3: reviewed monthly from 15 months on, otherwise at 18. Pure.</summary>
public static class PlanAge
{
    private const int Reviewed = 15;
    private const int Drifting = 18;

    /// <param name="start">Null: not told.</param>
    public static string Of(DateOnly? start, DateOnly today) => start switch
    {
        null => "since-unknown",
        { } day when day.AddMonths(Drifting) <= today => "from-18-months",
        { } day when day.AddMonths(Reviewed) <= today => "from-15-months",
        _ => "under-15-months",
    };
}
