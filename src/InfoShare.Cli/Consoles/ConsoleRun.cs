using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Console;
using InfoShare.Routing;
using InfoShare.Routing.Policies;
using InfoShare.Vault;
using Serilog.Extensions.Logging;

namespace InfoShare.Cli.Consoles;

/// <summary>Runs <c>infoshare console run</c>: the console beside routers that share a database with it.</summary>
internal sealed class ConsoleRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(RunOptions options, CancellationToken stop)
    {
        if (await ConfigurationLoader.LoadAsync(options, error, stop) is not { } settings)
            return 1;
        await using var logger = Logs.Open(settings.Data, "console", settings.Logs, toConsole: true);
        using var logs = new SerilogLoggerFactory(logger);
        try
        {
            if (settings.Database is not { Name: Database.Postgres, Connection: not null })
                throw new CannotStartException("the console as a process of its own needs the routers' database: database.name: postgres, with database.connection. On SQLite, infoshare run has it");
            var directory = DirectoryOpening.Read(settings);
            await using var store = await StoreOpening.OpenAsync(settings, stop);
            var policies = new PoliciesInForce((await PolicyOpening.ReadAsync(settings.Policies, store, stop)).Policies);
            var desks = RoutingDesks.Of(store, directory, policies, RoutingPart.SettingsFrom("console", settings, PostcodesOpening.Read(settings), transportForgets: false), TimeProvider.System);
            using var door = new AdapterOverHttp(settings.Console.Adapters);
            using var telemetry = Telemetry.Open(settings.Telemetry, "console");
            await using var app = ConsoleOpening.Build(settings, new ConsoleContext(store, directory, policies, desks, new BrokerLook(settings, directory, [], TimeProvider.System), TimeProvider.System) { Scenarios = ScenarioOpening.Of(settings), Door = door, Access = BrokerAccess.Of(settings) }, new SerilogLoggerProvider(logger));
            await HostRun.ListenAsync(app, $"port {settings.Console.Port} is in use; choose another with --console-port", stop);
            await output.WriteLineAsync("InfoShare's console is running");
            await ConsoleOpening.SayWhereAsync(app, await ConsoleOpening.FirstPasswordAsync(app), output);
            await output.WriteLineAsync("Stop it with Ctrl+C.");
            await output.FlushAsync(stop);
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await app.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception e) when (e is CannotStartException or KeysMissingException)
        {
            await error.WriteLineAsync($"infoshare cannot start: {e.Message}");
            return 1;
        }
    }
}
