using InfoShare.Broker;
using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.RabbitMq;
using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.Topology;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Hosting;

/// <summary>By RabbitMQ: each part with a connection and a certificate of its own.</summary>
internal sealed class RabbitMqLinks(TransportSettings settings, IReadOnlyCollection<string> participants, TimeProvider clock, ILoggerFactory logs) : ILinks
{
    private readonly List<IAsyncDisposable> opened = [];
    private RabbitMqRoutingLink? routing;

    public bool Forget => false;

    public IRoutingLink Routing => routing ??= Keep(OpenRouting());

    /// <exception cref="CannotStartException">The participant has no connection file.</exception>
    public IParticipantLink For(string participant)
    {
        var file = ConnectionFile.PathFor(settings.Certificates!, participant);
        var connection = ConnectionFile.Read(file) ?? throw new CannotStartException($"{file} is not there; ./infoshare provision writes it");
        var names = new ParticipantNames(participant, connection.Outgoing, connection.Incoming);
        return Keep(RabbitMqParticipantLink.Open(AddressOf(participant), names, clock, logs.CreateLogger($"{participant} link")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in opened)
            await link.DisposeAsync();
    }

    private RabbitMqRoutingLink OpenRouting()
    {
        var names = RoutingNamesKey.Read(settings);
        return RabbitMqRoutingLink.Open(AddressOf(RoutingNames.User), names.Routing, [.. participants.Select(names.For)], clock, logs.CreateLogger("routing link"));
    }

    private RabbitMqAddress AddressOf(string user)
    {
        var folder = new CertificateFolder(settings.Certificates!);
        var hosts = settings.Hosts.Select(HostOf).ToList();
        foreach (var file in (string[])[folder.Authority, folder.Certificate(user), folder.Key(user)])
            if (!File.Exists(file))
                throw new CannotStartException($"transport.certificates: {file} is not there");
        return new(hosts, settings.VirtualHost,
            new CertificateLogin(user, folder.Authority, folder.Certificate(user), folder.Key(user), settings.ServerName ?? hosts[0].Name));
    }

    private static RabbitMqHost HostOf(string text)
    {
        var colon = text.LastIndexOf(':');
        return new(text[..colon], int.Parse(text[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private T Keep<T>(T link) where T : IAsyncDisposable
    {
        opened.Add(link);
        return link;
    }
}
