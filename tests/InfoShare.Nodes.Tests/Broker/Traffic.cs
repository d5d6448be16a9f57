using System.Collections.Concurrent;
using InfoShare.Broker;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>A participant and routing that read their queues, and send to each other when asked.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    public const string Participant = "police-suffolk";
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, int> atRouting = [];
    private readonly ConcurrentDictionary<string, int> atParticipant = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Links links;
    private readonly Task[] consuming;
    private int sent;

    private Traffic(TestVirtualHost host)
    {
        links = new(host, Log);
        (Link, Routing) = (links.Of(Participant), links.Routing(Participant));
        consuming =
        [
            Link.ConsumeAsync((m, _) => NoteAsync(atParticipant, m), stop.Token),
            Routing.ConsumeAsync(false, (_, m, _) => NoteAsync(atRouting, m), stop.Token),
        ];
    }

    public CollectedLog Log { get; } = new();

    public IParticipantLink Link { get; }

    public IRoutingLink Routing { get; }

    /// <summary>Makes a handler hang for ever at its next message.</summary>
    public bool Hang { get; set; }

    public static async Task<Traffic> StartAsync(TestVirtualHost host)
    {
        await host.DeclareAsync(Participant, TestContext.Current.CancellationToken);
        return new(host);
    }

    /// <summary>Links to a broker that may not be there yet.</summary>
    public static Traffic Start(TestVirtualHost host) => new(host);

    /// <summary>Sends both ways until something has arrived both ways, and both say they are up.</summary>
    public async Task<TimeSpan> FlowsAsync(TimeSpan? within = null)
    {
        var id = $"m{Interlocked.Increment(ref sent)}";
        var took = await Until.TrueAsync(
            async () =>
            {
                if (!atRouting.ContainsKey(id))
                    await Link.PublishAsync(Links.Message(id), urgent: false, CancellationToken.None);
                if (!atParticipant.ContainsKey(id))
                    await Routing.PublishAsync(Participant, Links.Message(id), Long, CancellationToken.None);
                return atRouting.ContainsKey(id) && atParticipant.ContainsKey(id);
            },
            within);
        await Until.TrueAsync(() => Link.Health.State is LinkState.Up && Routing.Health.State is LinkState.Up);
        TestContext.Current.SendDiagnosticMessage($"flows after {took.TotalSeconds:F1} s");
        return took;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Log.Lines)
            TestContext.Current.SendDiagnosticMessage(line);
        await stop.CancelAsync();
        await Task.WhenAll(consuming);
        await links.DisposeAsync();
        stop.Dispose();
    }

    private async Task<Settlement> NoteAsync(ConcurrentDictionary<string, int> at, BrokerMessage message)
    {
        if (Hang)
        {
            Hang = false;
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        at.AddOrUpdate(message.Id, 1, (_, n) => n + 1);
        return Settlement.Acknowledge;
    }
}
