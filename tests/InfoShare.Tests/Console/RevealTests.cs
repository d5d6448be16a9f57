using System.Net;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console;

/// <summary>Content is closed until somebody says why they must read it, which is on record before anything is shown.</summary>
public sealed class RevealTests
{
    private const string Case = $"/messages/{School}/key-1-ConcernRaised-1";
    private const string Words = "Invented facts.";

    [Fact]
    public async Task An_operator_reads_for_a_quarter_of_an_hour_and_the_sender_is_told()
    {
        await using var console = await StartAsync();
        var client = await console.SignedInAsync("operator", "operator");
        Assert.DoesNotContain(Words, (await ConsoleTestHost.GetAsync(client, Case)).Text, StringComparison.Ordinal);

        var opened = await ConsoleTestHost.PostAsync(client, $"{Case}?handler=Reveal", ("Reason", "delivery-failed"), ("Why", "It did not reach the front door."));

        Assert.Equal(HttpStatusCode.Found, opened.Status);
        Assert.Contains(Words, (await ConsoleTestHost.GetAsync(client, Case)).Text, StringComparison.Ordinal);
        Assert.Contains(console.Routing.Deliveries, row => row.Kind == "sender-notice" && row.Detail!.Contains("content-read", StringComparison.Ordinal));
        Assert.Contains(console.Routing.Store.Read(scope => scope.LatestAudit("routing", "content-revealed", null, 9)), one => one.Row.Detail.Contains("delivery-failed", StringComparison.Ordinal));
        console.Routing.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.DoesNotContain(Words, (await ConsoleTestHost.GetAsync(client, Case)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_open_for_the_one_who_asked_and_nobody_else()
    {
        await using var console = await StartAsync();
        var (first, second) = (await console.SignedInAsync("operator", "operator"), await console.SignedInAsync("second operator", "operator"));
        await ConsoleTestHost.PostAsync(first, $"{Case}?handler=Reveal", ("Reason", "delivery-failed"), ("Why", "It did not reach the front door."));

        Assert.DoesNotContain(Words, (await ConsoleTestHost.GetAsync(second, Case)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_in_the_readers_words_is_seen_by_whoever_may_read_the_audit()
    {
        const string Why = "It did not reach the front door.";
        await using var console = await StartAsync();
        var (reader, auditor) = (await console.SignedInAsync("operator", "operator"), await console.SignedInAsync("auditor", "auditor"));
        await ConsoleTestHost.PostAsync(reader, $"{Case}?handler=Reveal", ("Reason", "delivery-failed"), ("Why", Why));

        Assert.Contains(Why, (await ConsoleTestHost.GetAsync(auditor, Case)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, (await ConsoleTestHost.GetAsync(reader, Case)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "It did not reach the front door.")]
    [InlineData("because", "It did not reach the front door.")]
    [InlineData("delivery-failed", "short")]
    public async Task Without_a_reason_it_stays_closed(string reason, string why)
    {
        await using var console = await StartAsync();
        var client = await console.SignedInAsync("operator", "operator");

        var refused = await ConsoleTestHost.PostAsync(client, $"{Case}?handler=Reveal", ("Reason", reason), ("Why", why));

        Assert.Contains("There is a problem", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await ConsoleTestHost.GetAsync(client, Case)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(console.Routing.Deliveries, row => row.Kind == "sender-notice" && row.Detail!.Contains("content-read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_may_not_is_refused_and_that_is_on_record()
    {
        await using var console = await StartAsync();
        var auditor = await console.SignedInAsync("auditor", "auditor");

        var refused = await ConsoleTestHost.PostAsync(auditor, $"{Case}?handler=Reveal", ("Reason", "practice-review"), ("Why", "A review has asked for it."));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Single(console.Audit("console-refused"));
    }

    [Fact]
    public async Task A_restricted_address_is_read_by_nobody_here()
    {
        await using var console = await ConsoleTestHost.StartAsync();
        var parts = Robin() with { Incident = new() { Facts = "Invented: seen at 3 Imaginary Lane again." } };
        await console.Routing.SendAsync(School, From(Concern(parts: parts with { Address = parts.Address! with { Restricted = true } }), 1));
        var client = await console.SignedInAsync("operator", "operator");
        await ConsoleTestHost.PostAsync(client, $"{Case}?handler=Reveal", ("Reason", "delivery-failed"), ("Why", "It did not reach the front door."));

        var page = (await ConsoleTestHost.GetAsync(client, Case)).Text;

        Assert.Contains("Invented: seen at", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Imaginary Lane", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CA99", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_sees_the_messages_of_their_organisation_and_no_others()
    {
        await using var console = await StartAsync();
        var own = await console.SignedInAsync("school lead", "safeguarding-lead", "urn/999998");
        var told = await console.SignedInAsync("front door lead", "safeguarding-lead", "la/E06000063");
        var other = await console.SignedInAsync("other lead", "safeguarding-lead", "urn/999996");
        await console.Routing.Service.DispatchAsync(TestContext.Current.CancellationToken);
        console.Routing.StartReading("social-care-cumberland");
        await console.Routing.DrainAsync();

        Assert.Contains("Who has it", (await ConsoleTestHost.GetAsync(own, Case)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("children-services-front-door", (await ConsoleTestHost.GetAsync(own, Case)).Text, StringComparison.Ordinal);
        Assert.Contains("children-services-front-door", (await ConsoleTestHost.GetAsync(told, Case)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ConsoleTestHost.GetAsync(other, Case)).Status);
        Assert.DoesNotContain("key-1", (await ConsoleTestHost.GetAsync(other, "/messages")).Text, StringComparison.Ordinal);
        Assert.Equal("key-1-ConcernRaised-1", Assert.Single(console.Audit("console-not-found")).About);
    }

    private static async Task<ConsoleTestHost> StartAsync()
    {
        var console = await ConsoleTestHost.StartAsync();
        await console.Routing.SendAsync(School, From(Concern(), 1));
        return console;
    }
}
