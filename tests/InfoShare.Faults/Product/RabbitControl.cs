using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoShare.Faults.Product;

/// <summary>RabbitMQ's own control program, run as the brokers' owner would: in the environment of a broker's process.</summary>
internal sealed partial class RabbitControl(IProduct product)
{
    private const string Home = "/usr/lib/rabbitmq/lib";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a command on one broker; returns what it wrote.</summary>
    public static Task<string> RunAsync(RunningProcess broker, CancellationToken cancellationToken, params string[] command)
    {
        var environment = EnvironmentOf(broker);
        var program = Path.Combine(Directory.EnumerateDirectories(Home, "rabbitmq_server-*").First(), "sbin", "rabbitmqctl");
        return Programs.RunAsync(program, ["-q", "-n", environment["RABBITMQ_NODENAME"], .. command], environment, Limit, cancellationToken);
    }

    /// <summary>The broker that this participant or router is connected to.</summary>
    public async Task<RunningProcess> BrokerOfAsync(string user, CancellationToken cancellationToken)
    {
        foreach (var line in (await RunAsync(Any(), cancellationToken, "list_connections", "user", "pid")).Split('\n'))
        {
            if (line.StartsWith(user + "\t", StringComparison.Ordinal) && NodeInPid().Match(line) is { Success: true } found)
                return Named(found.Groups[1].Value);
        }

        throw new ProductException($"{user} is connected to no broker");
    }

    /// <summary>The queues through which routing gets what agencies send. Their names have a part that nobody can guess.</summary>
    public async Task<IReadOnlyList<RoutingQueue>> RoutingQueuesAsync(CancellationToken cancellationToken)
    {
        var listed = await RunAsync(Any(), cancellationToken, "list_queues", "-p", await VirtualHostAsync(cancellationToken), "name", "leader", "members", "--formatter", "json");
        using var document = JsonDocument.Parse(listed);
        return [.. from queue in document.RootElement.EnumerateArray()
                   let name = queue.GetProperty("name").GetString()!
                   where name.StartsWith("routing.", StringComparison.Ordinal)
                   let leader = queue.GetProperty("leader").GetString()!
                   select new RoutingQueue(name, Named(leader), [.. queue.GetProperty("members").EnumerateArray().Select(m => m.GetString()!).Where(m => m != leader).Select(Named)])];
    }

    /// <summary>The one besides the default.</summary>
    public async Task<string> VirtualHostAsync(CancellationToken cancellationToken) =>
        (await RunAsync(Any(), cancellationToken, "list_vhosts", "name")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .First(name => name is not ("name" or "/"));

    private IEnumerable<RunningProcess> Brokers => product.Processes.Where(p => p is { Kind: "broker", Pid: not null });

    private RunningProcess Any() => Brokers.First();

    private RunningProcess Named(string node) => Brokers.First(b => EnvironmentOf(b)["RABBITMQ_NODENAME"] == node);

    private static Dictionary<string, string> EnvironmentOf(RunningProcess broker) =>
        File.ReadAllText($"/proc/{broker.Pid}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    [GeneratedRegex(@"<([^>]+@[^.>]+)\.")]
    private static partial Regex NodeInPid();
}

/// <summary>A queue, the broker that leads it, and those that hold copies of it.</summary>
internal sealed record RoutingQueue(string Name, RunningProcess Leader, IReadOnlyList<RunningProcess> Followers);
