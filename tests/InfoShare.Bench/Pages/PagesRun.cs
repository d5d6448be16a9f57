using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;
using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Console;
using InfoShare.Console.Hosting;
using InfoShare.Console.Security;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.LocalNodes;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Storage;
using InfoShare.Storage.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Bench.Pages;

/// <summary>Looks at every page of the console while a storm of failures comes in over a store of a million messages.</summary>
internal static class PagesRun
{
    private const string Recipient = "social-care-cumberland";
    private const string Password = "four-invented-words";

    /// <summary>How long each looks at a page: four of them are as many as eighty who look at one every five seconds.</summary>
    private static readonly TimeSpan Reads = TimeSpan.FromMilliseconds(250);

    private static readonly (string Name, string Role)[] People = [("operator", "operator"), ("governance lead", "governance-lead"), ("auditor", "auditor"), ("identity reviewer", "identity-reviewer")];

    /// <summary>What runs it and says the figures; or what is wrong with the arguments.</summary>
    public static (Func<CancellationToken, Task<string>>? Run, string? Problem) Asked(string[] arguments)
    {
        var unknown = arguments.FirstOrDefault(argument => argument is not ("--json" or "--quick"));
        if (unknown is not null)
            return (null, $"bench console does not know '{unknown}'; ./infoshare help explains it");
        var (messages, failures, seconds) = arguments.Contains("--quick") ? (50_000, 2_000, 20) : (1_000_000, 100_000, 300);
        return (async stop => await RunAsync(messages, failures, seconds, stop) is var result && arguments.Contains("--json") ? result.ToJson() : result.ToTable(), null);
    }

    private static async Task<PagesResult> RunAsync(int messages, int failures, int seconds, CancellationToken stop)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-bench-");
        // PostgreSQL runs as another user where we are root, and must be able to pass.
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            await using var node = await PostgresNode.StartAsync(Path.Combine(folder.FullName, "postgres"), FreePorts.Take(1)[0], stop);
            await node.CreateDatabaseAsync("data", stop);
            await node.CreateDatabaseAsync("keys", stop);
            await using var store = await RoutingStore.OpenAsync(new PostgresSettings(node.ConnectionString("data"), node.ConnectionString("keys"), Path.Combine(folder.FullName, "keys")), stop);
            var now = TimeProvider.System.GetUtcNow();
            await StoredPast.WriteAsync(node.ConnectionString("data"), messages, failures, now.AddDays(-30).ToMicroseconds(), now.ToMicroseconds(), Progress.Say, stop);
            var before = await StoredPast.MebibytesAsync(node.ConnectionString("data"), stop);
            var (asked, took) = await StormAsync(store, messages, failures, seconds, folder.FullName, stop);
            return ResultOf(messages, failures, took, before, await StoredPast.MebibytesAsync(node.ConnectionString("data"), stop), asked);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(IReadOnlyCollection<(string Page, double Milliseconds, bool Answered)> Asked, double Seconds)> StormAsync(
        RoutingStore store, int messages, int failures, int seconds, string folder, CancellationToken stop)
    {
        var directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
        var settings = new RoutingSettings { TransportForgets = false };
        var routing = new RoutingService(store, directory, SharingPolicies.OfThisRelease, settings, new InMemoryBroker(TimeProvider.System).Routing, TimeProvider.System, NullLogger.Instance);
        await routing.StartAsync();
        await using var app = ConsoleApp.Build(
            new(store, directory, routing.Policies, routing.Desks, new NoBroker(), TimeProvider.System), new(IPAddress.Loopback, 0, null, Path.Combine(folder, "console")), NullLoggerProvider.Instance);
        await app.StartAsync(stop);
        await app.Services.GetRequiredService<AccountDesk>().MakeForDemoAsync(People.Select(one => new AccountWish(one.Name, [one.Role])), Password);

        var asked = new ConcurrentBag<(string, double, bool)>();
        using var storm = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var began = Stopwatch.StartNew();
        var reading = Task.WhenAll(People.Select(one => ReadAsync(new Uri(app.Urls.First()), one.Name, messages, asked, storm.Token)));
        await FailAsync(routing, messages, failures, seconds, stop);
        var took = began.Elapsed.TotalSeconds;
        await storm.CancelAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
        return reading.IsFaulted && reading.Exception.InnerException is not OperationCanceledException ? throw reading.Exception.InnerException! : (asked, took);
    }

    /// <summary>The recipient's adapter says of one delivery after another that its system would not take it.</summary>
    private static async Task FailAsync(RoutingService routing, int messages, int failures, int seconds, CancellationToken stop)
    {
        const int Together = 50;
        var began = Stopwatch.StartNew();
        for (var done = 0; done < failures; done += Together)
        {
            await Task.WhenAll(Enumerable.Range(messages - failures + 1 + done, Math.Min(Together, failures - done)).Select(number => routing.HandleAsync(Recipient, Failed(StoredPast.DeliveryOf(number)), stop)));
            var ahead = TimeSpan.FromSeconds((double)seconds * (done + Together) / failures) - began.Elapsed;
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, stop);
            if (done % 10_000 == 0)
                Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{done} failures after {began.Elapsed.TotalSeconds:0} s"));
        }
    }

    private static BrokerMessage Failed(string delivery) => new(delivery, WireWriter.Write(new Envelope<Receipt>
    {
        SpecVersion = "1.0",
        Id = $"{delivery}-failed",
        Source = "https://infoshare.local/agency/la/E06000063",
        Type = MessageTypes.Receipt.CloudEventType,
        Time = TimeProvider.System.GetUtcNow(),
        Data = new() { About = delivery, Outcome = ReceiptOutcome.Failed },
    }));

    private static async Task ReadAsync(Uri console, string name, int messages, ConcurrentBag<(string, double, bool)> asked, CancellationToken stop)
    {
        using var reader = await Reader.SignInAsync(console, name, Password, asked, stop);
        var places = (await reader.PlacesAsync(stop)).ToList();
        if (places.Contains("/messages"))
            places.AddRange(["/messages?state=failed", "/messages?participant=" + Recipient, $"/messages?id={StoredPast.DeliveryOf(messages / 2)}", "/messages?reason=undeliverable", $"/messages/{StoredPast.SenderOf(messages)}/{StoredPast.MessageOf(messages)}"]);
        while (!stop.IsCancellationRequested)
        {
            foreach (var place in places)
            {
                await reader.LookAsync(place, stop);
                await Task.Delay(Reads, stop);
            }
        }
    }

    private static PagesResult ResultOf(int messages, int failures, double seconds, double before, double after, IReadOnlyCollection<(string Page, double Milliseconds, bool Answered)> asked)
    {
        var pages = asked.GroupBy(one => one.Page).Select(page => (page.Key, Times: new Latencies(page.Select(one => one.Milliseconds))))
            .Select(page => new PageFigures(page.Key, page.Times.Count, page.Times.Percentile(50), page.Times.Percentile(95), page.Times.Percentile(99))).OrderByDescending(page => page.P95Ms).ToList();
        return new(
            messages, failures, Math.Round(seconds), Math.Round(new Latencies(asked.Select(one => one.Milliseconds)).Percentile(95)), Math.Round(pages.Max(page => page.P95Ms)),
            asked.Count(one => !one.Answered), Math.Round(before), Math.Round(after), Math.Round((after - before) * 1024 * 1024 / failures), pages);
    }

    private sealed class NoBroker : IBrokerTruth
    {
        public Task<BrokerState> LookAsync(CancellationToken cancellationToken) => Task.FromResult(new BrokerState("in-memory", null, [], [], [], []));
    }
}
