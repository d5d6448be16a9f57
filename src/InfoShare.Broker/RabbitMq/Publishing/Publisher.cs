using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.RabbitMq.Wire;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using PublishException = RabbitMQ.Client.Exceptions.PublishException;

namespace InfoShare.Broker.RabbitMq.Publishing;

/// <summary>
/// Publishes with confirms through a bus that does nothing else: the broker may block it, and reading goes on beside it.
/// A bus whose confirm is overdue, or that is older than the broker's present connection, is replaced.
/// </summary>
internal sealed class Publisher(RabbitMqAddress address, Sentinel sentinel, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private volatile LinkHealth health = LinkHealth.UpSince(clock.GetUtcNow());
    private Generation? current;
    private int attempts;

    /// <summary>Not up while the last publish had no answer.</summary>
    public LinkHealth Health => health;

    public async Task<PublishOutcome> PublishAsync(Outgoing outgoing, CancellationToken cancellationToken) =>
        BrokerSignals.Counted(await TryAsync(outgoing, cancellationToken));

    private async Task<PublishOutcome> TryAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return PublishOutcome.Unknown;
        if (sentinel.Health.State is LinkState.Blocked)
            return PublishOutcome.Refused;
        var generation = Current();
        using var deadline = new CancellationTokenSource(ConfirmWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var outcome = await SendAsync(generation, outgoing, both.Token);
        if (outcome is not PublishOutcome.Unknown)
            health = health.Now(LinkState.Up, "", clock.GetUtcNow());
        else if (deadline.IsCancellationRequested && sentinel.Health.State is not LinkState.Blocked)
            Overdue(generation);
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        if (current is { } last)
            await BusLife.StopAsync(last.Bus, last.Starting, clock);
    }

    private async Task<PublishOutcome> SendAsync(Generation generation, Outgoing outgoing, CancellationToken token)
    {
#pragma warning disable CA1031 // Without the broker's word it is not known, whatever went wrong.
        try
        {
            var endpoint = await generation.Endpoint.WaitAsync(token);
            await endpoint.Send(new OutboundBody(outgoing.Message.Body), Pipe.Execute<SendContext<OutboundBody>>(c => ExactSend.Write(c, outgoing)), token)
                .WaitAsync(token);
            return PublishOutcome.Confirmed;
        }
        catch (MessageReturnedException)
        {
            return PublishOutcome.Unroutable;
        }
        catch (Exception e) when (e is PublishException || e.InnerException is PublishException)
        {
            return PublishOutcome.Refused;
        }
        catch (OperationCanceledException)
        {
            return PublishOutcome.Unknown;
        }
        catch (Exception e)
        {
            log.LogWarning("a publish ended with {Error}; it may have arrived", e.GetType().Name);
            return PublishOutcome.Unknown;
        }
#pragma warning restore CA1031
    }

    private Generation Current()
    {
        lock (gate)
        {
            if (current is { } old && sentinel.Connections > Math.Max(old.Connections, 1))
                Replace(old);
            return current ??= Start();
        }
    }

    private void Overdue(Generation generation)
    {
        health = health.Now(LinkState.Down, Trouble.ConfirmOverdue, clock.GetUtcNow());
        log.LogWarning("a confirm is overdue; the publishing connection is replaced");
        lock (gate)
        {
            if (ReferenceEquals(current, generation))
                Replace(generation);
        }
    }

    private void Replace(Generation old)
    {
        current = null;
        _ = BusLife.StopAsync(old.Bus, old.Starting, clock);
    }

    private Generation Start()
    {
        var format = new CloudEventsFormat();
        var bus = Bus.Factory.CreateUsingRabbitMq(configure =>
        {
            ConnectionSettings.Apply(configure, address, "publishing", attempts++);
            configure.ClearSerialization();
            configure.AddSerializer(format);
            configure.AddDeserializer(format, isDefault: true);
        });
        return new(bus, BusLife.StartAsync(bus, CancellationToken.None), bus.GetSendEndpoint(ExactSend.Address), sentinel.Connections);
    }

    private sealed record Generation(IBusControl Bus, Task Starting, Task<ISendEndpoint> Endpoint, int Connections);
}
