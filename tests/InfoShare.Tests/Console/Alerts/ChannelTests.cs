using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoShare.Console.Alerts;
using InfoShare.Console.Alerts.Channels;
using InfoShare.Tests.Clock;
using InfoShare.Tests.HandOver;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>Telling by e-mail and webhook, each in a real conversation.</summary>
public sealed class ChannelTests
{
    private static readonly AlertMessage Message = AlertMessage.Of(
        [new(AlertLedger.Changes([], [Condition.Counted(AlertKinds.Failed, "health-suffolk", 2, urgent: true)], Pictures.Noon)[0], News.Began)], new("https://console.example/"), Pictures.Noon);

    [Fact]
    public async Task A_mail_server_takes_the_alert()
    {
        await using var server = new MailServer();

        Assert.Null(await Email(server).SendAsync(Message, TestContext.Current.CancellationToken));

        var mail = Assert.Single(server.Mails);
        Assert.Contains("Subject: InfoShare: 1 new: 2 deliveries to health-suffolk failed", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Contains(Message.Id, mail, StringComparison.Ordinal);
        Assert.Contains("https://console.example/messages?state", mail, StringComparison.Ordinal);
        Assert.Contains(server.Commands, line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        Assert.Equal(["RCPT TO:<duty@council.example>", "RCPT TO:<deputy@council.example>"], server.Commands.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_mail_server_refuses_is_told_without_its_words()
    {
        await using var server = new MailServer { ToRecipient = "550 no duty@council.example here" };

        Assert.Equal("the mail server answered 550", await Email(server).SendAsync(Message, TestContext.Current.CancellationToken));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Without_TLS_where_it_is_asked_for_nothing_is_sent()
    {
        await using var server = new MailServer();

        Assert.Equal("the mail server offers no TLS", await Email(server, SmtpSecurity.StartTls).SendAsync(Message, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_server_that_is_not_there_is_told()
    {
        var server = new MailServer();
        var email = Email(server);
        await server.DisposeAsync();

        Assert.Equal("the mail server cannot be reached", await email.SendAsync(Message, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_has_the_key_can_tell_that_a_post_is_ours_and_whole()
    {
        (IHeaderDictionary Headers, byte[] Body)? got = null;
        await using var server = await LocalServer.StartAsync(app => app.MapPost("/", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got = (new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray());
        }));
        var key = "a key of the tests, long enough"u8.ToArray();
        using var webhook = new WebhookChannel(new(server.Address(), key), new ManualClock(Pictures.Noon));

        Assert.Null(await webhook.SendAsync(Message, TestContext.Current.CancellationToken));

        var (headers, sent) = got!.Value;
        Assert.Equal((Message.Id, Pictures.Noon.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString()));
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(sent)}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)), headers["webhook-signature"]);
        var alert = JsonDocument.Parse(sent).RootElement.GetProperty("alerts")[0];
        Assert.Equal(("deliveries-failed:health-suffolk", "began", 2, true), (alert.GetProperty("key").GetString(), alert.GetProperty("news").GetString(), alert.GetProperty("count").GetInt32(), alert.GetProperty("urgent").GetBoolean()));
    }

    [Fact]
    public async Task A_post_that_is_not_taken_is_told()
    {
        await using var server = await LocalServer.StartAsync(app => app.MapPost("/", () => Results.StatusCode((int)HttpStatusCode.Gone)));
        using var webhook = new WebhookChannel(new(server.Address(), "key"u8.ToArray()), TimeProvider.System);

        Assert.Equal("it answered 410", await webhook.SendAsync(Message, TestContext.Current.CancellationToken));
    }

    private static EmailChannel Email(MailServer server, SmtpSecurity security = SmtpSecurity.None) => new(
        new("127.0.0.1", server.Port, security, "infoshare", "secret", "infoshare@council.example", ["duty@council.example", "deputy@council.example"]), TimeProvider.System);
}
