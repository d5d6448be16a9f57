using InfoShare.Routing.Board;

namespace InfoShare.Console.Board;

/// <summary>The figures of a period, as they were at a time.</summary>
internal sealed record CountedBoard(IReadOnlyList<Figure> Figures, DateTimeOffset At);

/// <summary>
/// Counts the board's figures beside the pages: a year of a county is read through for them. What was counted stands for some minutes,
/// and one period is counted at a time.
/// </summary>
public sealed class BoardCounting(ConsoleContext console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stands = TimeSpan.FromMinutes(5);
    private const int MostKept = 20;

    private readonly Lock kept = new();
    private readonly Lock counting = new();
    private readonly Dictionary<BoardPeriod, (DateTimeOffset Begun, Task<CountedBoard> Board)> periods = [];

    /// <summary>Null where it takes longer than a page may: ask again.</summary>
    internal async Task<CountedBoard?> OfAsync(BoardPeriod period)
    {
        var board = Begin(period);
        await Task.WhenAny(board, Task.Delay(Patience, console.Clock));
        return board.IsCompleted ? await board : null;
    }

    private Task<CountedBoard> Begin(BoardPeriod period)
    {
        lock (kept)
        {
            foreach (var (old, _) in periods.Where(one => one.Value.Board.IsCompleted && (one.Value.Board.IsFaulted || console.Now - one.Value.Begun > Stands || periods.Count > MostKept)).ToList())
                periods.Remove(old);
            if (periods.TryGetValue(period, out var known))
                return known.Board;
            var board = Task.Run(() => Count(period));
            periods[period] = (console.Now, board);
            return board;
        }
    }

    private CountedBoard Count(BoardPeriod period)
    {
        lock (counting)
        {
            var now = console.Now;
            return new(console.Store.Survey(scope => period.Figures(scope, now)), now);
        }
    }
}
