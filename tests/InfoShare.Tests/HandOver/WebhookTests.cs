using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.Push;
using InfoShare.Adapters.HandOver.Webhook;
using InfoShare.Contracts.Deliveries;
using InfoShare.Tests.Adapters;
using InfoShare.Tests.Docs;
using InfoShare.Vault;
using Microsoft.AspNetCore.Builder;

namespace InfoShare.Tests.HandOver;

/// <summary>Handing over by a post to an address.</summary>
public sealed class WebhookTests : HandOverContract
{
    private readonly WebhookSystem system;

    public WebhookTests() : this(new()) { }

    private WebhookTests(WebhookSystem system) : base(system) => this.system = system;

    [Fact]
    public async Task Whoever_has_the_key_can_tell_that_a_request_is_ours_and_whole()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();

        var (headers, body) = Assert.Single(system.Requests);
        Assert.Equal(("d1", "d1", "application/json"), (headers["Idempotency-Key"], headers["webhook-id"], headers["Content-Type"]));
        Assert.Equal(Agency.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(body)}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData("a key of the tests, long enough"u8, signed)), headers["webhook-signature"]);
    }

    /// <summary>The example of Standard Webhooks.</summary>
    [Fact]
    public void A_signature_is_as_the_standard_has_it() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));

    [Fact]
    public async Task Every_header_that_is_sent_is_explained()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();

        Assert.Equal(
            Markdown.Table(Sources.Text("docs/operating.md"), "Header", "Holds").Skip(1).Select(row => Markdown.Codes(row[0]).Single()).Concat(["Content-Length", "Host"]).Order(),
            Assert.Single(system.Requests).Headers.Keys.Order());
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task A_system_that_is_busy_is_asked_again_later_and_never_given_up(HttpStatusCode busy)
    {
        system.Answer = _ => busy;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        for (var i = 0; i < 2 * PushHandOver.MostRefusals; i++)
        {
            await HandOverAsync();
            Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2 * PushHandOver.MostRefusals, system.Requests.Count);
        Assert.Equal([ReceiptOutcome.Received], Agency.Link.Receipts.Select(r => r.Outcome));
        system.Answer = _ => HttpStatusCode.NoContent;
        await HandOverAsync();
        Assert.Single(system.Got);
    }

    [Fact]
    public async Task Its_wish_to_be_asked_later_is_heeded()
    {
        (system.Answer, system.RetryAfter) = (_ => HttpStatusCode.ServiceUnavailable, "120");
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        Agency.Clock.Advance(TimeSpan.FromSeconds(119));
        await HandOverAsync();
        Assert.Single(system.Requests);
        Agency.Clock.Advance(TimeSpan.FromSeconds(1));
        await HandOverAsync();
        Assert.Equal(2, system.Requests.Count);
    }

    [Fact]
    public async Task What_it_refuses_again_and_again_is_told_with_the_reason_still_tried_and_holds_the_later_ones_of_its_child()
    {
        system.Answer = id => id == "d1" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NoContent;
        await Agency.ReceiveAsync(Arrivals.Delivery(), partition: "k1");
        await Agency.ReceiveAsync(Arrivals.Delivery("d2"), partition: "k1");
        await Agency.ReceiveAsync(Arrivals.Delivery("d3"), partition: "k2");
        for (var i = 0; i < PushHandOver.MostRefusals; i++)
        {
            Assert.DoesNotContain(Agency.Link.Receipts, r => r.Outcome == ReceiptOutcome.Failed);
            await HandOverAsync();
            Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains(Agency.Link.Receipts, r => r is { About: "d1", Outcome: ReceiptOutcome.Failed });
        Assert.Contains("answered 422", Assert.Single(Agency.Reasons()), StringComparison.Ordinal);
        await HandOverAsync();
        Assert.Equal(["d3"], system.Got.Select(g => g.Id));

        system.Answer = _ => HttpStatusCode.NoContent;
        Agency.Clock.Advance(TimeSpan.FromHours(1));
        await HandOverAsync();
        Assert.Equal(["d3", "d1", "d2"], system.Got.Select(g => g.Id));
        Assert.Contains(Agency.Link.Receipts, r => r is { About: "d1", Outcome: ReceiptOutcome.HandedOver });
    }

    [Fact]
    public async Task What_it_refused_is_tried_at_once_when_routing_sends_it_again_and_only_then_told_of()
    {
        system.Answer = _ => HttpStatusCode.UnprocessableEntity;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        for (var i = 0; i < PushHandOver.MostRefusals; i++)
        {
            await HandOverAsync();
            Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(Agency.Link.Receipts, r => r.Outcome == ReceiptOutcome.Failed);
        system.Answer = _ => HttpStatusCode.NoContent;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();

        Assert.Single(system.Got);
        Assert.Single(Agency.Link.Receipts, r => r.Outcome == ReceiptOutcome.Failed);
        Assert.Equal(ReceiptOutcome.HandedOver, Agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task After_a_restart_it_is_not_tried_earlier()
    {
        system.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        for (var i = 0; i < 5; i++)
        {
            await HandOverAsync();
            Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await HandOverAsync();
        await Agency.ReopenAsync();
        Agency.Clock.Advance(TimeSpan.FromSeconds(15));
        await HandOverAsync();
        Assert.Equal(6, system.Requests.Count);

        Agency.Clock.Advance(TimeSpan.FromMinutes(1));
        await HandOverAsync();
        Assert.Equal(7, system.Requests.Count);
    }

    [Fact]
    public async Task Another_address_that_it_points_to_gets_nothing()
    {
        var asked = 0;
        await using var other = await LocalServer.StartAsync(app => app.Run(_ =>
        {
            asked++;
            return Task.CompletedTask;
        }));
        (system.Answer, system.Location) = (_ => HttpStatusCode.TemporaryRedirect, other.Address());
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        Assert.Equal((1, 0), (system.Requests.Count, asked));
        Assert.Contains(Agency.Log.Lines, line => line.Contains("answered 307", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recall_of_what_it_may_have_seen_though_its_answer_was_no_success_reaches_it()
    {
        system.Answer = id => id == "d1" ? HttpStatusCode.GatewayTimeout : HttpStatusCode.NoContent;
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        await Agency.ReceiveAsync(Arrivals.Recall());
        await HandOverAsync();

        Assert.Equal([("d1", "recall")], system.Got.Select(g => (g.Id, g.Kind)));
        Assert.Equal(["d1", "recall-d1"], system.Requests.Select(r => r.Headers["Idempotency-Key"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_files_had_begun_goes_on_by_webhook_where_it_was_not_visible_yet(bool hidden)
    {
        var webhook = Agency.Settings.HandOver;
        Agency.Settings = Agency.Settings with { HandOver = new HandOverSettings.Folder() };
        await Agency.ReceiveAsync(Arrivals.Delivery(), partition: "k1");
        await HandOverAsync();
        await Agency.StepBackToStagedAsync();
        if (hidden)
            File.Move(Agency.Out("d1.json"), Agency.Out(".staging/d1.json"));
        await Agency.ReceiveAsync(Arrivals.Delivery("d2"), partition: "k1");

        Agency.Settings = Agency.Settings with { HandOver = webhook };
        await Agency.ReopenAsync();
        await HandOverAsync();

        Assert.Equal(hidden ? ["d1", "d2"] : ["d2"], system.Got.Select(g => g.Id));
        Assert.Empty(System.IO.Directory.GetFiles(Agency.Out(".staging")));
        Assert.Equal(2, Agency.Adapter.Status().Inbox["handed-over"]);
    }

    [Fact]
    public async Task A_recall_while_it_is_being_sent_reaches_the_system_after_it()
    {
        system.Answer = id =>
        {
            if (id == "d1")
                Agency.ReceiveAsync(Arrivals.Recall()).Wait(AgencyUnderTest.Token);
            return HttpStatusCode.NoContent;
        };
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        Assert.Equal([("d1", "delivery"), ("d1", "recall")], system.Got.Select(g => (g.Id, g.Kind)));
    }

    [Fact]
    public async Task Neither_key_nor_content_is_in_the_log()
    {
        system.Answer = _ => HttpStatusCode.BadRequest;
        await Agency.ReceiveAsync(Arrivals.Delivery(text: "Canary Testperson"));
        await HandOverAsync();
        Assert.Contains(Agency.Log.Lines, line => line.Contains("answered 400", StringComparison.Ordinal));
        Assert.DoesNotContain(Agency.Log.Lines, line => line.Contains("Canary", StringComparison.Ordinal) || line.Contains("a key of the tests", StringComparison.Ordinal));
    }
}
