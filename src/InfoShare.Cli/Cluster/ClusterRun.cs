using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.LocalNodes;
using Serilog.Extensions.Logging;

namespace InfoShare.Cli.Cluster;

/// <summary>Runs <c>infoshare cluster</c>.</summary>
internal sealed class ClusterRun(TextWriter output, TextWriter error)
{
    private const int Brokers = 3;
    private const int Routers = 2;
    private static readonly TimeSpan UpLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan DownLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>In the foreground, until cancelled.</summary>
    public async Task<int> RunAsync(ClusterOptions options, CancellationToken stop)
    {
        var settings = SettingsFor(options);
        await using var logger = Logs.Open(settings.Data, "cluster", settings.Logs, toConsole: true);
        using var logs = new SerilogLoggerFactory(logger);
        await File.WriteAllTextAsync(PidFile(settings), $"{Environment.ProcessId}", stop);
        try
        {
            await using var nodes = await PrivateNodes.StartAsync(settings, Brokers, logs.CreateLogger("nodes"), stop);
            var supervised = await SupervisedAsync(nodes, stop);
            await new Supervisor(supervised, new ProcessList(settings.Data), logs.CreateLogger("cluster")).RunAsync(stop);
            return 0;
        }
        catch (Exception e) when (e is NodeException or CannotStartException)
        {
            await error.WriteLineAsync($"infoshare cannot start: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 1;
        }
        finally
        {
            File.Delete(PidFile(settings));
        }
    }

    /// <summary>In the background; returns when everything is ready.</summary>
    public async Task<int> UpAsync(ClusterOptions options, CancellationToken stop)
    {
        var settings = SettingsFor(options);
        System.IO.Directory.CreateDirectory(settings.Data);
        if (RunningSupervisor(settings) is not null)
            return await Failure.SayAsync($"a cluster is running on {settings.Data}; stop it with: infoshare cluster down", options.Json, output, error);

        // Of a supervisor that was killed: its processes hold folders and a database that the next ones need.
        KillLeft(settings);
        var list = new ProcessList(settings.Data);
        list.Write([]);
        var outputFile = Path.Combine(settings.Data, "cluster.output");
        using var supervisor = Process.Start("setsid",
            ["sh", "-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", outputFile, .. ThisProgram.Command, "cluster", "run", "--data", settings.Data]);
        var began = Stopwatch.GetTimestamp();
        while (!await AllReadyAsync(list, stop))
        {
            if (supervisor.HasExited || Stopwatch.GetElapsedTime(began) > UpLimit)
            {
                await StopAsync(settings);
                return await Failure.SayAsync($"the cluster did not start; see {outputFile}", options.Json, output, error);
            }

            await Task.Delay(Look, stop);
        }

        await SayAsync(list.Read(), options.Json);
        return 0;
    }

    /// <summary>Stops what runs in the background, also when its supervisor was killed.</summary>
    public async Task<int> DownAsync(ClusterOptions options, CancellationToken stop)
    {
        var settings = SettingsFor(options);
        var stopped = await StopAsync(settings);
        await output.WriteLineAsync(options.Json
            ? JsonSerializer.Serialize(new { stopped })
            : stopped ? "the cluster is stopped" : $"no cluster was running on {settings.Data}");
        return 0;
    }

    /// <summary>False when nothing was running.</summary>
    private static async Task<bool> StopAsync(Settings settings)
    {
        var supervisor = RunningSupervisor(settings);
        if (supervisor is { } pid)
        {
            NodeProcess.Terminate(pid);
            await NodeProcess.WaitForEndAsync(pid, DownLimit);
        }

        return KillLeft(settings) || supervisor is not null;
    }

    /// <summary>Ends what the list of processes names and nobody looks after.</summary>
    private static bool KillLeft(Settings settings)
    {
        var left = new ProcessList(settings.Data).Read().Select(p => p.Pid).OfType<int>().Where(p => NodeProcess.IsOurs(p, settings.Data)).ToList();
        left.ForEach(NodeProcess.Kill);
        return left.Count > 0;
    }

    private static async Task<List<ISupervised>> SupervisedAsync(PrivateNodes nodes, CancellationToken stop)
    {
        var settings = nodes.Settings;
        var participants = DirectoryOpening.Ongoing(DirectoryOpening.Read(settings), TimeProvider.System).Select(p => p.Id).ToList();
        var ports = FreePorts.Take(Routers + participants.Count + 1);
        var adapters = participants.Select((p, i) => (Participant: p, Port: ports[Routers + i])).ToList();
        var settingsFile = await ClusterSettings.WriteAsync(
            settings with { Console = settings.Console with { Adapters = adapters.ToDictionary(one => one.Participant, one => new Uri($"http://127.0.0.1:{one.Port}")) } }, stop);
        var all = new List<ISupervised>();
        all.AddRange(nodes.Cluster!.Nodes.Select((n, i) => new SupervisedBroker(n, i + 1)));
        all.Add(new SupervisedDatabase(nodes.Postgres!));
        all.AddRange(Enumerable.Range(1, Routers).Select(i => Part($"routing-{i}", "routing", ports[i - 1], ["routing", "run", "--name", $"routing-{i}"])));
        all.AddRange(adapters.Select(one => Part($"adapter-{one.Participant}", "adapter", one.Port, ["adapter", "run", one.Participant])));
        all.Add(Part("console", "console", ports[^1], ["console", "run"], "--console-port"));
        return all;

        SupervisedPart Part(string name, string kind, int port, string[] arguments, string portOption = "--port") =>
            new(name, kind, port, [.. arguments, "--config", settingsFile, "--data", settings.Data], Path.Combine(settings.Data, "logs", name + ".output"), portOption);
    }

    private static async Task<bool> AllReadyAsync(ProcessList list, CancellationToken stop)
    {
        var processes = list.Read();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var process in processes)
        {
            if (process.Pid is null)
                return false;
            if (process.Address is not { } address)
                continue;
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "health/ready"), stop);
                if (!answer.IsSuccessStatusCode)
                    return false;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                return false;
            }
        }

        return processes.Count > 0;
    }

    private async Task SayAsync(IReadOnlyList<ClusterProcess> processes, bool json)
    {
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(processes, JsonSerializerOptions.Web));
        else
            foreach (var process in processes)
                await output.WriteLineAsync($"{process.Name,-32}{process.Pid,8}  {process.Address}");
    }

    private static int? RunningSupervisor(Settings settings) =>
        NodeProcess.ReadPid(PidFile(settings)) is { } pid && NodeProcess.IsOurs(pid, "infoshare") && NodeProcess.IsOurs(pid, "cluster") ? pid : null;

    private static string PidFile(Settings settings) => Path.Combine(settings.Data, "cluster.pid");

    private static Settings SettingsFor(ClusterOptions options)
    {
        var sample = ConfigurationFile.Read(SampleConfiguration.Text).Settings!;
        return sample with
        {
            Data = Path.GetFullPath(options.Data ?? "./cluster"),
            Transport = sample.Transport with { Name = Transport.RabbitMq },
            Database = sample.Database with { Name = Database.Postgres },
        };
    }
}
