using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.LocalNodes;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;
using Serilog.Extensions.Logging;
using Spectre.Console;

namespace InfoShare.Cli.Demo;

/// <summary>Runs <c>infoshare demo</c>: the samples through the very host that <c>run</c> runs, then an account of all of it.</summary>
internal sealed class DemoRun(TextWriter output, TextWriter error)
{
    private const int TableWidth = 140;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public async Task<int> RunAsync(DemoOptions options, CancellationToken stop)
    {
        var settings = SettingsFor(options);
        try
        {
            return await RunAsync(settings, options, stop);
        }
        catch (Exception e) when (e is CannotStartException or KeysMissingException or NodeException or IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync($"infoshare cannot start: {e.Message}", options.Json, output, error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await error.WriteLineAsync("stopped");
            return 1;
        }
    }

    private async Task<int> RunAsync(Settings settings, DemoOptions options, CancellationToken stop)
    {
        await using var logger = Logs.Open(settings.Data, "infoshare", settings.Logs, toConsole: false);
        using var logs = new SerilogLoggerFactory(logger);
        await using var nodes = await PrivateNodes.StartAsync(settings, brokers: 1, logs.CreateLogger("nodes"), stop);
        settings = nodes.Settings;
        await using var host = await RunningHost.OpenAsync(settings, Parts.All, TimeProvider.System, logs, stop);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var began = TimeProvider.System.GetTimestamp();

        var working = host.RunAsync(stopping.Token);
        foreach (var together in Samples.InOrder(host.Adapters.Select(a => a.Participant)))
        {
            foreach (var sample in together)
                Samples.Feed(settings, sample);
            await Settling.WaitAsync(host, Limit, Progress, stop);
        }

        var deliveries = host.Routing!.Store.Read(scope => scope.AllDeliveries());
        Answering.AnswerFirst(settings, deliveries, TimeProvider.System.GetUtcNow());
        Answering.AcceptTransfers(settings, deliveries, TimeProvider.System.GetUtcNow());
        await Settling.WaitAsync(host, Limit, Progress, stop);

        var outcome = Accounting.Of(host, settings, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web));
        else
            Show(outcome, settings);
        if (options.Serve)
            await DemoConsole.ServeAsync(settings, host, new SerilogLoggerProvider(logger), output, stop);
        await stopping.CancelAsync();
        await working;
        return outcome.Lost == 0 ? 0 : 1;
    }

    /// <summary>The sample settings, with the samples' own day as today.</summary>
    private static Settings SettingsFor(DemoOptions options)
    {
        var data = options.Data ?? Path.Combine(System.IO.Directory.CreateTempSubdirectory("infoshare-demo-").FullName, "data");
        var sample = ConfigurationFile.Read(SampleConfiguration.Text).Settings!;
        var participants = Directory.DirectoryFile.Read(Directory.SampleDirectory.Yaml).Directory!.Participants
            .ToDictionary(p => p.Id, p => sample.For(p.Id) with { AsOf = Samples.WrittenFor, SettleSeconds = 1 });
        return sample with
        {
            Data = data,
            Directory = OpenOffices.Write(data),
            Participants = participants,
            Console = sample.Console with { Port = options.ConsolePort ?? sample.Console.Port },
            Transport = sample.Transport with { Name = options.Transport ?? sample.Transport.Name },
            Database = sample.Database with { Name = options.Database ?? sample.Database.Name },
        };
    }

    private void Progress(string text)
    {
        if (!System.Console.IsErrorRedirected)
            error.Write($"\r{text}   ");
    }

    private void Show(DemoOutcome outcome, Settings settings)
    {
        if (!System.Console.IsErrorRedirected)
            error.Write("\r");
        var toFile = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toFile ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = toFile ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (toFile)
            console.Profile.Width = TableWidth;
        DemoTable.Write(console, outcome);
        output.WriteLine($"everything is in {settings.Data} (its keys in {settings.KeysFolder})");
    }
}
