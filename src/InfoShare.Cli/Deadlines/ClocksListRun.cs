using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Clocks;

namespace InfoShare.Cli.Deadlines;

/// <summary>Runs <c>infoshare clocks list</c>: every clock, as it is set today in an area where one is named.</summary>
public sealed class ClocksListRun(TimeProvider time, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(ClocksListOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var (directory, today) = (DirectoryOpening.Read(settings), London.DayOf(time.GetUtcNow()));
            await SayAsync([.. NamedClocks.All.Select(clock => directory.ClockIn(options.Area, clock, today))], options.Json);
            return 0;
        }
        catch (CannotStartException e)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
    }

    private async Task SayAsync(IReadOnlyList<NamedClock> clocks, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                clocks.Select(clock => new { Clock = clock.Name, Length = clock.Length.ToString(), Start = clock.StartWords(), SetBy = clock.Authority.ToString().ToLowerInvariant(), clock.Source }), JsonSerializerOptions.Web));
            return;
        }

        var (names, lengths) = (clocks.Max(clock => clock.Name.Length), clocks.Max(clock => clock.Length.ToString().Length));
        foreach (var clock in clocks)
            await output.WriteLineAsync($"{clock.Name.PadRight(names)}  {clock.Length.ToString().PadRight(lengths)}  {clock.Source}");
    }
}
