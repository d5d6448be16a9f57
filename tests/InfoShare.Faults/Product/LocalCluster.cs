using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace InfoShare.Faults.Product;

/// <summary>
/// <c>infoshare cluster up</c>: three RabbitMQ nodes, PostgreSQL, two routers and an adapter for each participant, each a
/// process of its own, and a supervisor that starts again whatever ends.
/// </summary>
internal sealed class LocalCluster(string data) : IProduct
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);
    private volatile IReadOnlyList<RunningProcess> last = [];

    public string Data => data;

    /// <summary>By which any command finds its nodes.</summary>
    public string SettingsFile => Path.Combine(data, "infoshare.yaml");

    /// <summary>As the supervisor has last written it down.</summary>
    public IReadOnlyList<RunningProcess> Processes
    {
        get
        {
            try
            {
                last = JsonSerializer.Deserialize<RunningProcess[]>(File.ReadAllText(Path.Combine(data, "processes.json")), Form)!;
            }
            catch (Exception e) when (e is IOException or JsonException)
            {
                // It is just being written.
            }

            return last;
        }
    }

    public Uri? AddressOf(string participant) => Processes.FirstOrDefault(p => p.Name == $"adapter-{participant}")?.Address;

    public DbConnection Store() => new NpgsqlConnection(File.ReadAllText(Path.Combine(data, "database.txt")).Trim() + ";Pooling=False;Timeout=5;Command Timeout=60");

    public Task StartAsync(CancellationToken cancellationToken) => InfoShareAsync(StartLimit, cancellationToken, "cluster", "up", "--data", data);

    /// <summary>Runs <c>infoshare</c>.</summary>
    public static Task InfoShareAsync(TimeSpan limit, CancellationToken cancellationToken, params string[] command) =>
        Programs.RunAsync("dotnet", [Programs.InfoShare, .. command], null, limit, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // What hangs cannot be ended in good order.
        foreach (var pid in Processes.Select(p => p.Pid).OfType<int>())
            Signals.Continue(pid);
        await InfoShareAsync(StopLimit, CancellationToken.None, "cluster", "down", "--data", data);
    }
}
