using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Clocks;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Board;

namespace InfoShare.Cli.Board;

/// <summary>Runs <c>infoshare board figures</c>; reads the store, also while a router has it open.</summary>
public sealed class BoardRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(BoardOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var now = clock.GetUtcNow();
        var period = BoardPeriod.Of(options.From, options.Until, London.DayOf(now));
        if (!period.HasDays)
            return await Failure.SayAsync("--from must be a day before --until, or the same", options.Place.Json, output, error);
        return await new RecordsReading(output, error).RunAsync(options.Place, scope => period.Figures(scope, now), async figures =>
        {
            var (first, last) = (period.First, period.Last);
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { From = first, Until = last, Figures = figures, Least = SmallNumbers.Least }, WireJson.Options)] : options.Csv ? Table(figures) : Words(figures, first, last))
                await output.WriteLineAsync(line);
            return options.Pdf is { } pdf && await PagePrinter.PrintAsync(BoardPage.Of(figures, period, now), pdf, cancellationToken) is { } problem
                ? await Failure.SayAsync(problem, json: false, output, error)
                : 0;
        }, cancellationToken);
    }

    private static IEnumerable<string> Table(IEnumerable<Figure> figures) =>
        figures.Select(figure => $"{figure.Series},{figure.Of},{figure.What},{figure.Count?.ToString(CultureInfo.InvariantCulture)}").Prepend("series,of,what,count");

    private static IEnumerable<string> Words(IReadOnlyList<Figure> figures, DateOnly first, DateOnly last)
    {
        yield return $"From {first:yyyy-MM-dd} until {last:yyyy-MM-dd}; what waits, and plans, as of now. '-' is a count that is left out: one under {SmallNumbers.Least}, or one from which it would follow.";
        foreach (var group in figures.GroupBy(figure => (figure.Series, figure.Of)))
            yield return $"{group.Key.Series} {group.Key.Of}: {string.Join(", ", group.Select(figure => $"{figure.What} {figure.Count?.ToString(CultureInfo.InvariantCulture) ?? "-"}"))}";
        if (figures.Count == 0)
            yield return "nothing is on record for it";
    }
}
