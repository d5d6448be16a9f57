using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Vault;
using Serilog;
using Serilog.Extensions.Logging;

namespace InfoShare.Cli.Hosting;

/// <summary>Runs <c>infoshare run</c>: everything in one process until it is told to stop.</summary>
internal sealed class HostRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(RunOptions options, CancellationToken stop)
    {
        if (await ConfigurationLoader.LoadAsync(options, error, stop) is not { } settings)
            return 1;

        await using var logger = Logs.Open(settings.Data, settings.Logs, toConsole: true);
        using var logs = new SerilogLoggerFactory(logger);
        try
        {
            await using var host = await AllInOne.OpenAsync(settings, TimeProvider.System, logs);
            await using var web = WebHost.Build(settings, host, logger);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop, web.Lifetime.ApplicationStopping);
            // First, so that nothing has begun where the port is in use; what is handed in meanwhile waits in the spools.
            await web.StartAsync(stop);
            var working = host.RunAsync(stopping.Token);
            await SayWhereAsync(settings, host, web.Urls.First());
            await working;
            await web.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception e) when (e is CannotStartException or KeysMissingException)
        {
            await error.WriteLineAsync($"infoshare cannot start: {e.Message}");
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await error.WriteLineAsync($"infoshare cannot start: port {settings.Port} is in use; choose another with --port");
        }

        return 1;
    }

    private async Task SayWhereAsync(Settings settings, AllInOne host, string address)
    {
        await output.WriteLineAsync($"""
            InfoShare is running at {address}
              status       {address}/
              HTTP pick-up {address}/openapi/v1.json
              folders      {Path.GetFullPath(Path.Combine(settings.Data, "agencies"))}/<participant>/in
              participants {string.Join(' ', host.Directory.Participants.Select(p => p.Id))}
            Stop it with Ctrl+C.
            """);
        await output.FlushAsync();
    }
}
