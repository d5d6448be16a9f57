using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Consoles;
using InfoShare.LocalNodes;
using InfoShare.Vault;
using Serilog;
using Serilog.Extensions.Logging;

namespace InfoShare.Cli.Hosting;

/// <summary>Runs parts of InfoShare, or all of it, in one process until it is told to stop.</summary>
internal sealed class HostRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(RunOptions options, Parts parts, CancellationToken stop)
    {
        if (await ConfigurationLoader.LoadAsync(options, error, stop) is not { } settings)
            return 1;

        await using var logger = Logs.Open(settings.Data, parts == Parts.All ? "infoshare" : parts.Name, settings.Logs, toConsole: true);
        using var logs = new SerilogLoggerFactory(logger);
        try
        {
            RefuseWhatCannotWork(settings, parts);
            await using var nodes = await PrivateNodes.StartAsync(settings, brokers: 1, logs.CreateLogger("nodes"), stop);
            settings = nodes.Settings;
            await using var host = await RunningHost.OpenAsync(settings, parts, TimeProvider.System, logs, stop);
            await using var web = WebHost.Build(settings, host, logger);
            await using var pull = PullHost.Build(settings.Pull, host.Adapters, logger);
            await using var console = parts == Parts.All ? ConsoleOpening.Build(settings, host, new SerilogLoggerProvider(logger)) : null;
            using var telemetry = Telemetry.Open(settings.Telemetry, parts == Parts.All ? "infoshare" : parts.Name, host);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop, web.Lifetime.ApplicationStopping);
            // First, so that nothing has begun where the port is in use; what is handed in meanwhile waits in the spools.
            await ListenAsync(web, $"port {settings.Port} is in use; choose another with --port", stop);
            if (pull is not null)
                await ListenAsync(pull, $"port {settings.Pull.Port} is in use; choose another as pull.listen", stop);
            if (console is not null)
                await ListenAsync(console, $"port {settings.Console.Port} is in use; choose another with --console-port", stop);
            var password = console is null ? null : await ConsoleOpening.FirstPasswordAsync(console);
            var working = host.RunAsync(stopping.Token);
            await SayWhereAsync(settings, host, web.Urls.First(), pull?.Urls.First(), console, password);
            var ended = await working;
            await web.StopAsync(CancellationToken.None);
            foreach (var other in (WebApplication?[])[pull, console])
                await (other?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
            if (!ended)
                await error.WriteLineAsync("infoshare ends: the link to the broker does not recover in this process; its supervisor should start it again");
            return ended ? 0 : 1;
        }
        catch (Exception e) when (e is CannotStartException or KeysMissingException or NodeException)
        {
            await error.WriteLineAsync($"infoshare cannot start: {e.Message}");
        }

        return 1;
    }

    internal static async Task ListenAsync(WebApplication web, string inUse, CancellationToken stop)
    {
        try
        {
            await web.StartAsync(stop);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CannotStartException(inUse);
        }
    }

    private static void RefuseWhatCannotWork(Settings settings, Parts parts)
    {
        if (parts == Parts.All)
            return;
        if (settings.Transport.Name is Transport.InMemory)
            throw new CannotStartException("the in-memory transport carries nothing between processes; use transport.name: rabbitmq");
        if (settings.Transport.Hosts.Count == 0)
            throw new CannotStartException("transport.hosts is needed: a process that is one part of InfoShare starts no broker of its own");
        if (parts.Routing && settings.Database is { Name: Database.Postgres, Connection: null })
            throw new CannotStartException("database.connection is needed: a process that is one part of InfoShare starts no database of its own");
    }

    private async Task SayWhereAsync(Settings settings, RunningHost host, string address, string? pull, WebApplication? console, string? password)
    {
        await output.WriteLineAsync($"""
            InfoShare is running at {address}
              status       {address}/
            """);
        if (host.Adapters.Count > 0)
        {
            await output.WriteLineAsync($"""
                  HTTP pick-up {address}/openapi/v1.json
                  folders      {Path.GetFullPath(Path.Combine(settings.Data, "agencies"))}/<participant>/in
                  participants {string.Join(' ', host.Adapters.Select(a => a.Participant))}
                """);
        }

        if (pull is not null)
            await output.WriteLineAsync($"  fetching     {pull}/agencies/<participant>/deliveries");

        if (console is not null)
            await ConsoleOpening.SayWhereAsync(console, password, output);
        await output.WriteLineAsync("Stop it with Ctrl+C.");
        await output.FlushAsync();
    }
}
