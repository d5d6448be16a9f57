using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console;

/// <summary>Each reads in the registers what is theirs, and nothing of others.</summary>
public sealed class RegisterPagesTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task Who_sent_a_concern_sees_what_is_owed_without_by_whom_and_who_owes_it_sees_its_own_share_only()
    {
        await using var routing = await RaisedAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        var all = await (await console.SignInAsync("governance lead")).GetAsync("/responses");
        var sender = await (await console.SignInAsync("school lead")).GetAsync("/responses");
        var owing = await (await console.SignInAsync("front door lead")).GetAsync("/responses");
        var other = await (await console.SignInAsync("other school lead")).GetAsync("/responses");

        Assert.Contains("la/E06000063 children-services-front-door", all.Html, StringComparison.Ordinal);
        Assert.Contains("police/03", all.Html, StringComparison.Ordinal);
        Assert.Contains("decision is owed by 23 November 2026, 11:59pm", sender.Html, StringComparison.Ordinal);
        Assert.Contains("others, not named here", sender.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("la/E06000063", sender.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("police", sender.Html, StringComparison.Ordinal);
        Assert.Contains("la/E06000063 children-services-front-door", owing.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("police", owing.Html, StringComparison.Ordinal);
        Assert.Contains("No answer is owed.", other.Html, StringComparison.Ordinal);
        Assert.Contains("There is none.", (await (await console.SignInAsync("other school lead")).GetAsync("/responses?show=latest")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_marked_and_comes_first()
    {
        await using var routing = await RaisedAsync();
        routing.Clock.Advance(TimeSpan.FromDays(7));
        await routing.SendAsync(School, From(Concern(4, "later", Maya("P-9")), 1, key: "key-9"));
        await routing.DrainAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        var page = await (await console.SignInAsync("auditor")).GetAsync("/responses");

        Assert.Contains("Answers about 1 concern are late", page.Html, StringComparison.Ordinal);
        Assert.True(page.Html.IndexOf("decision is late: was owed by", StringComparison.Ordinal) < page.Html.IndexOf("decision is owed by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_challenge_is_seen_by_who_raised_it_and_who_is_challenged_and_by_no_other_organisation()
    {
        await using var routing = await RaisedAsync();
        await routing.SendAsync(Care, From(
            new ConcernDecision { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Outcome = ConcernOutcome.Nfa, DecidedBy = Roles.FrontDoor, DecidedAt = Morning, Rationale = "Invented." }, 1, "answers", Cumberland));
        await routing.DrainAsync();
        var decision = routing.DeliveredTo(School).Single(d => d.MessageType == "concern.decision").DeliveryId;
        await routing.SendAsync(School, From(new EscalationRaised { EscalationId = "esc-1", DeliveryId = decision, UnsafeNow = true, Dissent = "Invented dissent.", Role = Roles.DesignatedSafeguardingLead, At = Morning }, 1, "esc"));
        await routing.DrainAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        foreach (var name in new[] { "school lead", "front door lead", "auditor" })
            Assert.Contains("Child unsafe now", (await (await console.SignInAsync(name)).GetAsync("/escalations")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child unsafe now", (await (await console.SignInAsync("other school lead")).GetAsync("/escalations?show=all")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_seen_by_who_manages_it_and_a_transfer_by_either_side()
    {
        await using var routing = await PlanMessages.StartAsync();
        await PlanMessages.TellAsync(routing, Care, PlanMessages.Protection(PlanChange.Opened));
        await routing.SendAsync(Care, From(
            new TransferRequested { TransferId = "transfer-1", Kind = TransferKind.Authority, FromArea = "E06000063", ToArea = "E10000029", Parts = MoveToSuffolk().Parts }, 1, "transfer", Cumberland));
        await routing.DrainAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var (owner, other) = (await console.SignInAsync("front door lead"), await console.SignInAsync("school lead"));

        Assert.Contains("Child protection NEG", (await owner.GetAsync("/plans")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child protection NEG", (await other.GetAsync("/plans?show=all")).Html, StringComparison.Ordinal);
        Assert.Contains("la/E10000029", (await owner.GetAsync("/transfers")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("la/E10000029", (await other.GetAsync("/transfers")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/moves")]
    [InlineData("/lost")]
    [InlineData("/incidents")]
    public async Task What_is_of_every_organisation_is_refused_to_who_is_of_one_and_that_is_on_record(string address)
    {
        await using var routing = await RaisedAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        Assert.Equal(200, (await (await console.SignInAsync("auditor")).GetAsync(address)).Status);
        Assert.Equal(403, (await (await console.SignInAsync("school lead")).GetAsync(address)).Status);
        Assert.Equal([address], console.Audited("console-refused"));
    }

    [Fact]
    public async Task A_chronology_needs_a_reason_that_is_on_record_before_it_is_shown_and_is_read_for_ones_own_deliveries_only()
    {
        await using var routing = await RaisedAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var lead = await console.SignInAsync("front door lead");
        var (own, others) = ($"/chronology?delivery={routing.To(Roles.FrontDoor).DeliveryId}", $"/chronology?delivery={routing.Shared.First(d => d.Organisation != "la/E06000063").DeliveryId}");

        Assert.Contains("Say for what you need it", (await lead.PostAsync(own, own, ("Delivery", own.Split('=')[1]), ("Why", " "))).Html, StringComparison.Ordinal);
        Assert.Empty(console.Audited("chronology-read"));
        var told = await lead.PostAsync(own, own, ("Delivery", own.Split('=')[1]), ("Why", "A strategy discussion is tomorrow."));
        Assert.Contains("Invented facts.", told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("strategy", told.Html, StringComparison.Ordinal);
        Assert.Equal([own.Split('=')[1]], console.Audited("chronology-read"));

        Assert.Equal(404, (await lead.GetAsync(others)).Status);
        Assert.Equal(404, (await lead.PostAsync(own, others, ("Delivery", others.Split('=')[1]), ("Why", "Curious."))).Status);
        Assert.Equal(2, console.Audited("console-not-found").Count);
        Assert.Single(console.Audited("chronology-read"));
        Assert.Equal(403, (await (await console.SignInAsync("auditor")).GetAsync(own)).Status);
    }

    private static async Task<RoutingFixture> RaisedAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        return routing;
    }
}
