using InfoShare.Broker.RabbitMq.Connecting;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>A plain RabbitMQ.Client channel with confirms, and its connection; it shares no code with the links but the connect.</summary>
public sealed class OwnChannel : IAsyncDisposable
{
    private readonly IConnection connection;

    private OwnChannel(IConnection connection, IChannel channel) => (this.connection, Channel) = (connection, channel);

    public IChannel Channel { get; }

    public static async Task<OwnChannel> OpenAsync(RabbitMqAddress address, CancellationToken cancellationToken)
    {
        var login = (PasswordLogin)address.Login;
        var factory = new ConnectionFactory
        {
            VirtualHost = address.VirtualHost,
            UserName = login.User,
            Password = login.Password,
            AutomaticRecoveryEnabled = false,
        };
        var connection = await factory.CreateConnectionAsync([.. address.Hosts.Select(h => new AmqpTcpEndpoint(h.Name, h.Port))], "a test", cancellationToken);
        return new(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
