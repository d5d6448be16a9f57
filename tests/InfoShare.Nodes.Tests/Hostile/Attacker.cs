using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Nodes.Tests.Hostile;

/// <summary>Tries one operation after the other, and begins anew on a new channel or connection whenever it is thrown out.</summary>
internal sealed class Attacker(ConnectionFactory factory) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private IConnection? connection;
    private IChannel? channel;

    /// <summary>What worked.</summary>
    public List<Attack> Worked { get; } = [];

    /// <summary>Operations that were refused for want of permission.</summary>
    public int Refused { get; private set; }

    /// <summary>All that the broker said in refusing, and names that it said are there.</summary>
    public HashSet<string> Learned { get; } = [];

    public async Task TryAsync(Attack attack, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var open = await OpenAsync(limit.Token);
            if (await attack.Do(open, limit.Token) is { } there)
                Learned.Add(there);
            Worked.Add(attack);
        }
        catch (PublishException)
        {
            // Returned or full: the exchange took it.
            Worked.Add(attack);
        }
        catch (OperationInterruptedException e)
        {
            await ThrownOutAsync(e.ShutdownReason?.ReplyCode, e.ShutdownReason?.ReplyText);
        }
        catch (Exception e) when (e is ArgumentException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client itself refuses to say such a thing, or the connection went in the middle of it.
            await ThrownOutAsync(null, null);
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task ThrownOutAsync(int? code, string? text)
    {
        if (code == 403)
            Refused++;
        if (text is not null)
            Learned.Add(text);
        if (channel is { } gone)
            await gone.DisposeAsync();
        channel = null;
        if (connection is { IsOpen: false } || code is null)
            await CloseAsync();
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (channel is { IsOpen: true } open)
            return open;
        if (connection is not { IsOpen: true })
        {
            await CloseAsync();
            connection = await factory.CreateConnectionAsync(cancellationToken);
        }

        return channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
    }

    private async ValueTask CloseAsync()
    {
        if (connection is { } gone)
            await gone.DisposeAsync();
        (connection, channel) = (null, null);
    }
}
