using System.Collections.Concurrent;
using System.Text;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.HandOver;
using InfoShare.Tests.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Hosting;

/// <summary>Metrics and traces reach a collector, and tell nothing of any child.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public void Without_a_collector_nothing_listens() => Assert.Null(Telemetry.Open(new(), "test"));

    [Fact]
    public async Task A_collector_gets_counts_times_and_spans_and_nothing_that_an_agency_wrote()
    {
        var got = new ConcurrentDictionary<string, string>();
        await using var collector = await LocalServer.StartAsync(app => app.MapPost("/v1/{signal}", async (string signal, HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.AddOrUpdate(signal, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        }));
        await using var routing = await RoutingFixture.StartAsync();
        var message = From(Concern(), 1);

        using (Telemetry.Open(new TelemetryConfiguration { Endpoint = collector.Address(), Form = OtlpForm.Http }, "test"))
        {
            routing.StartReadingEverywhere();
            await routing.SendAsync(School, message);
            await routing.SendAsync(School, "{}"u8.ToArray());
            await routing.DrainAsync();
            Assert.NotNull(routing.To(Roles.FrontDoor).HandedOverAt);
        }

        string[] metrics =
        [
            "infoshare.messages", "infoshare.decisions", "infoshare.records", "infoshare.receipts", "infoshare.intake.duration", "infoshare.dispatch.duration", "infoshare.critical_time",
            "infoshare.broker.publishes", MessageTypes.ConcernRaised.Name, "quarantined", "handed-over",
        ];
        Assert.All(metrics, name => Assert.Contains(name, got["metrics"], StringComparison.Ordinal));
        Assert.All((string[])["intake", "decision", "dispatch", "infoshare.delivery"], name => Assert.Contains(name, got["traces"], StringComparison.Ordinal));

        string[] secrets = ["Testperson", "Robin", "concern-1", "key-1", message.Id, .. Identifiers(message)];
        Assert.All(secrets.Where(secret => secret.Length > 3), secret => Assert.DoesNotContain(secret, got["metrics"] + got["traces"], StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Identifiers<T>(Envelope<T> message) where T : class =>
        Encoding.UTF8.GetString(WireWriter.Write(message)).Split('"').Where(part => part.Length > 5 && part.Any(char.IsAsciiDigit) && !part.StartsWith("https://", StringComparison.Ordinal) && !part.Contains("infoshare", StringComparison.Ordinal));
}
