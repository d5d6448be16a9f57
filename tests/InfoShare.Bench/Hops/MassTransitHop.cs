using System.Security.Authentication;
using System.Text;
using InfoShare.Bench.Running;
using MassTransit;
using RabbitMQ.Client;

namespace InfoShare.Bench.Hops;

/// <summary>The same hop through MassTransit as it comes: its own envelope, its own topology, nothing of InfoShare.</summary>
internal static class MassTransitHop
{
    /// <summary>Messages per second.</summary>
    public static async Task<double> RunAsync(BrokerAccess broker, int messages, int inFlight, ReadOnlyMemory<byte> body)
    {
        await using var connection = await broker.ConnectAsync(Nodes.HopUser, "/");
        await using var queues = new HopQueues(connection, "bench.masstransit");
        await queues.FillAsync(messages, Enveloped(Encoding.UTF8.GetString(body.Span)), new BasicProperties { Persistent = true, ContentType = "application/vnd.masstransit+json" });

        var hops = new Countdown(messages);
        var bus = Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(broker.Host, broker.Port, "/", host => Authenticate(host, broker));
            bus.ReceiveEndpoint(queues.From, endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.SetQuorumQueue();
                endpoint.PrefetchCount = inFlight;
                endpoint.ConcurrentMessageLimit = inFlight;
                var to = new Uri("exchange:" + queues.To);
                endpoint.Handler<Hopped>(async context =>
                {
                    await context.Send(to, context.Message);
                    hops.Count();
                });
            });
        });
        await bus.StartAsync();
        try
        {
            return await hops.PerSecond;
        }
        finally
        {
            await bus.StopAsync();
        }
    }

    private static void Authenticate(IRabbitMqHostConfigurator host, BrokerAccess broker)
    {
        host.PublisherConfirmation = true;
        host.UseSsl(tls =>
        {
            tls.ServerName = broker.Host;
            tls.Certificate = broker.CertificateOf(Nodes.HopUser);
            tls.UseCertificateAsAuthenticationIdentity = true;
            tls.Protocol = SslProtocols.None;
            tls.CertificateValidationCallback = (_, certificate, _, _) => broker.Trusts(certificate);
        });
    }

    private static byte[] Enveloped(string text) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new
    {
        messageType = new[] { MessageUrn.ForTypeString<Hopped>() },
        message = new { text },
    });
}

/// <summary>A message of about the size of a concern.</summary>
public sealed record Hopped(string Text);
