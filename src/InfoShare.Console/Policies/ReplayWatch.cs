using System.Collections.Concurrent;
using System.Threading.Channels;
using InfoShare.Console.Security;
using InfoShare.Policy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Policies;

/// <summary>Decides past messages again with candidates, one after the other, while pages show how far it has come. What came of it stays until the console ends.</summary>
public sealed partial class ReplayWatch(ConsoleContext console, ILogger<ReplayWatch> log) : BackgroundService
{
    /// <summary>More would take minutes.</summary>
    public const int Most = 50_000;

    private const int MostWaiting = 5;

    private readonly Channel<(CandidateReplay Order, SharingPolicy Policy)> waiting = Channel.CreateBounded<(CandidateReplay, SharingPolicy)>(MostWaiting);
    private readonly ConcurrentDictionary<string, CandidateReplay> latest = new();

    /// <summary>The latest with this set; null: none since the console began.</summary>
    public CandidateReplay? Latest(string version) => latest.GetValueOrDefault(version);

    /// <summary>Every set's latest, the latest first.</summary>
    public IReadOnlyList<CandidateReplay> All => [.. latest.Values.OrderByDescending(one => one.AskedAt)];

    /// <summary>Asks for one.</summary>
    /// <returns>What is wrong; null: it is under way.</returns>
    public string? Ask(SharingPolicy policy, DateTimeOffset since, int most, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(by);
        if (most is < 1 or > Most)
            return $"Enter a number from 1 to {Most}";
        if (Latest(policy.Version) is { Report: null, Failed: false })
            return "That is under way already";
        var order = new CandidateReplay(policy.Version, policy.Name, since, most, by.Token, console.Now);
        var before = Latest(policy.Version);
        latest[policy.Version] = order;
        if (waiting.Writer.TryWrite((order, policy)))
            return null;
        if (before is null)
            latest.TryRemove(policy.Version, out _);
        else
            latest[policy.Version] = before;
        return "Others are waiting; try again when they have ended";
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (order, policy) = await waiting.Reader.ReadAsync(stoppingToken);
            latest[policy.Version] = await RunAsync(order, policy, stoppingToken);
        }
    }

    private async Task<CandidateReplay> RunAsync(CandidateReplay order, SharingPolicy policy, CancellationToken stop)
    {
        var began = console.Clock.GetTimestamp();
#pragma warning disable CA1031 // Whoever asked is told that it failed, and asks again.
        try
        {
            return await Task.Run(() => order.RunAsync(console.Store, policy, state => latest[policy.Version] = state, RestAsync), stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogFailed(e.GetType().Name);
            return order with { Failed = true };
        }
#pragma warning restore CA1031

        // As long as it has worked, so that it takes half of one processor at the most.
        async Task RestAsync()
        {
            var worked = console.Clock.GetElapsedTime(began);
            await Task.Delay(worked, stop);
            began = console.Clock.GetTimestamp();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "a replay failed with {Error}")]
    private partial void LogFailed(string error);
}
