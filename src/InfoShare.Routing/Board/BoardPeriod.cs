using InfoShare.Vault;

namespace InfoShare.Routing.Board;

/// <summary>The days that figures for the board are about.</summary>
/// <param name="First">Counted.</param>
/// <param name="Last">Counted too.</param>
public sealed record BoardPeriod(DateOnly First, DateOnly Last)
{
    private const int UsualMonths = 3;

    /// <summary>What is not said is the three months until yesterday.</summary>
    public static BoardPeriod Of(DateOnly? from, DateOnly? until, DateOnly today)
    {
        var last = until ?? today.AddDays(-1);
        return new(from ?? last.AddDays(1).AddMonths(-UsualMonths), last);
    }

    /// <summary>Whether it has a day.</summary>
    public bool HasDays => First <= Last;

    /// <summary>What happened in these days; what waits, and plans, as of now.</summary>
    public IReadOnlyList<Figure> Figures(ReadScope scope, DateTimeOffset now) => BoardFigures.Of(scope, First, Last.AddDays(1), now);
}
