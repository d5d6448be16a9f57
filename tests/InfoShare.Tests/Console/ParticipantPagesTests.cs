using InfoShare.Console.Alerts;
using InfoShare.Console.Participants;
using InfoShare.Tests.Routing;

namespace InfoShare.Tests.Console;

/// <summary>Who is let in is changed by two people, and what came of it is on record.</summary>
public sealed class ParticipantPagesTests
{
    private const string Page = $"/participants/{ChangingAccess.Named}";
    private static readonly (string, string)[] Revoke = [("Change", "revoke"), ("Why", "Its key was seen.")];

    private readonly ChangingAccess access = new();

    [Fact]
    public async Task A_certificate_is_revoked_once_somebody_else_has_approved_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"));

        Assert.Contains("Another person must approve it", (await asks.PostAsync(Page, "?handler=Ask", Revoke)).Html, StringComparison.Ordinal);
        Assert.Contains("It was asked for already", (await asks.PostAsync(Page, "?handler=Ask", Revoke)).Html, StringComparison.Ordinal);
        Assert.Contains("Somebody else must decide what you asked for", (await asks.GetAsync("/approvals")).Html, StringComparison.Ordinal);
        Assert.Empty(access.Done);
        await approves.ApproveAsync();

        Assert.Contains("; done ", (await ReadUntilAsync(asks, Page, "; done ")).Html, StringComparison.Ordinal);
        Assert.Equal([new AccessChange(AccessTask.Revoke, ChangingAccess.Named)], access.Done);
        Assert.Single(console.Audited("access-changed"));
    }

    [Fact]
    public async Task What_cannot_be_done_now_is_tried_again_and_given_up_after_an_hour()
    {
        access.Outcome = ChangeOutcome.NotNow("the broker does not answer");
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"));
        await asks.PostAsync(Page, "?handler=Ask", Revoke);
        await approves.ApproveAsync();

        await ReadUntilAsync(asks, Page, "not done yet, after 1 try: the broker does not answer");
        routing.Clock.Advance(TimeSpan.FromMinutes(3));
        await ReadUntilAsync(asks, Page, "not done yet, after 2 tries");
        Assert.Equal(["revoke police-suffolk"], NotDone(routing));
        routing.Clock.Advance(TimeSpan.FromMinutes(58));
        await ReadUntilAsync(asks, Page, "not done, given up");
        Assert.Equal(["revoke police-suffolk"], NotDone(routing));
        access.Outcome = ChangeOutcome.Done;
        routing.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty(NotDone(routing));
        Assert.Equal((3, 0), (access.Tried, access.Done.Count));
    }

    [Fact]
    public async Task A_revocation_waits_for_nothing_and_ends_what_was_agreed_on_before_it()
    {
        access.Outcome = ChangeOutcome.NotNow("the broker does not answer");
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"));
        await asks.PostAsync(Page, "?handler=Ask", ("Change", "renew"), ("Why", "It ends soon."));
        await approves.ApproveAsync();
        await ReadUntilAsync(asks, Page, "not done yet");
        await asks.PostAsync(Page, "?handler=Ask", Revoke);
        Assert.Contains("It was asked for already", (await asks.PostAsync(Page, "?handler=Ask", ("Change", "renew"), ("Why", "It ends soon."))).Html, StringComparison.Ordinal);
        await approves.ApproveAsync();
        access.Outcome = ChangeOutcome.Done;
        routing.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await ReadUntilAsync(asks, Page, "; done ");
        Assert.Contains("a revocation was approved since", page.Html, StringComparison.Ordinal);
        Assert.Equal([new AccessChange(AccessTask.Revoke, ChangingAccess.Named)], access.Done);
    }

    [Fact]
    public async Task What_has_become_impossible_cannot_be_approved_and_can_be_refused_or_withdrawn()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"));
        await asks.PostAsync(Page, "?handler=Ask", ("Change", "renew"), ("Why", "It ends soon."));
        access.State = "revoked";

        Assert.Contains("this cannot be done any more", (await approves.ApproveAsync()).Html, StringComparison.Ordinal);
        var id = Assert.Single(console.Audited("approval-asked"));
        Assert.Contains("There is no such request of yours", (await approves.PostAsync("/approvals", "?handler=Withdraw", ("id", id))).Html, StringComparison.Ordinal);
        await asks.PostAsync("/approvals", "?handler=Withdraw", ("id", id));

        Assert.Single(console.Audited("approval-withdrawn"));
        Assert.Contains("Nothing waits for approval", (await approves.GetAsync("/approvals")).Html, StringComparison.Ordinal);
        Assert.Empty(access.Done);
    }

    [Fact]
    public async Task Who_made_somebodys_account_cannot_have_it_approve_what_they_ask_for()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, made) = (await console.SignInAsync("administrator"), await console.MakeAndSignInAsync("administrator", "made by the first"));
        await asks.PostAsync(Page, "?handler=Ask", Revoke);

        Assert.Contains("made your account or its password", (await made.ApproveAsync()).Html, StringComparison.Ordinal);
        Assert.Empty(access.Done);
        await (await console.SignInAsync("operator")).ApproveAsync();
        await ReadUntilAsync(asks, Page, "; done ");
    }

    [Fact]
    public async Task What_fails_as_nobody_foresaw_is_shown_and_tried_again_and_an_auditor_reads_who_why_and_what()
    {
        access.Fails = true;
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves, auditor) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"), await console.SignInAsync("auditor"));
        await asks.PostAsync(Page, "?handler=Ask", Revoke);
        Assert.Contains("Its key was seen.", (await auditor.GetAsync("/approvals")).Html, StringComparison.Ordinal);
        await approves.ApproveAsync();

        await ReadUntilAsync(asks, Page, "it failed with InvalidOperationException");
        access.Fails = false;
        routing.Clock.Advance(TimeSpan.FromSeconds(6));
        var page = (await ReadUntilAsync(auditor, Page, "; done ")).Html;
        Assert.Matches("asked for by operator .*“Its key was seen.”; approved by second operator", page);
    }

    [Theory]
    [InlineData(Page, "issue", "Its key was seen.", "Choose what is to be done")] // It has a good one.
    [InlineData(Page, "delete", "Its key was seen.", "Choose what is to be done")]
    [InlineData(Page, "", "Its key was seen.", "Choose what is to be done")]
    [InlineData(Page, "revoke", " ", "Say why")]
    [InlineData("/participants/broker-1", "revoke", "It is old.", "Choose what is to be done")] // A node.
    public async Task What_cannot_be_asked_for_says_why(string page, string change, string why, string problem)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var asks = await console.SignInAsync("operator");

        Assert.Contains(problem, (await asks.PostAsync(page, "?handler=Ask", ("Change", change), ("Why", why))).Html, StringComparison.Ordinal);
        Assert.Empty(console.Audited("approval-asked"));
    }

    [Fact]
    public async Task The_broker_is_changed_as_it_was_compared_or_not_at_all()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var (asks, approves) = (await console.SignInAsync("operator"), await console.SignInAsync("second operator"));
        (string, string)[] wish = [("Version", "v1"), ("Why", "It joined.")];

        Assert.Contains("Make user police-suffolk", (await asks.GetAsync("/broker")).Html, StringComparison.Ordinal);
        access.Comparison = access.Comparison with { Version = "v2" };
        Assert.Contains("look again", (await asks.PostAsync("/broker", "?handler=Ask", wish)).Html, StringComparison.Ordinal);
        access.Comparison = access.Comparison with { Version = "v1" };
        await asks.PostAsync("/broker", "?handler=Ask", wish);
        await approves.ApproveAsync();

        await ReadUntilAsync(asks, "/broker", "; done ");
        Assert.Equal([new AccessChange(AccessTask.Provision, "v1")], access.Done);
    }

    [Fact]
    public async Task Who_may_look_may_not_change_and_a_name_that_is_not_there_is_none()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing, access);
        var auditor = await console.SignInAsync("auditor");

        Assert.Contains("Your roles do not include changing certificates", (await auditor.GetAsync(Page)).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await auditor.PostAsync(Page, "?handler=Ask", Revoke)).Status);
        Assert.Equal(403, (await auditor.PostAsync("/broker", "?handler=Ask", ("Version", "v1"), ("Why", "It joined."))).Status);
        Assert.Equal(404, (await auditor.GetAsync("/participants/police-nowhere")).Status);
        Assert.Empty(console.Audited("approval-asked"));
    }

    [Fact]
    public async Task Where_participants_are_connected_in_memory_there_is_nothing_to_change()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var asks = await console.SignInAsync("operator");

        Assert.Contains("knows no certificates", (await asks.GetAsync("/participants")).Html, StringComparison.Ordinal);
        Assert.Contains("knows no certificates", (await asks.GetAsync("/broker")).Html, StringComparison.Ordinal);
        Assert.Contains("knows no certificates", (await asks.PostAsync(Page, "?handler=Ask", ("Change", "issue"), ("Why", "It joined."))).Html, StringComparison.Ordinal);
        Assert.Empty(console.Audited("approval-asked"));
    }

    private static IEnumerable<string> NotDone(RoutingFixture routing) =>
        routing.Store.Read(scope => RecordFacts.Read(scope, new(), routing.Clock.GetUtcNow())).NotDone.Select(work => work.Subject);

    /// <summary>What was approved is done within seconds.</summary>
    private static async Task<Visited> ReadUntilAsync(Visitor visitor, string page, string words)
    {
        var seen = await visitor.GetAsync(page);
        for (var tried = 0; tried < 100 && !seen.Html.Contains(words, StringComparison.Ordinal); tried++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            seen = await visitor.GetAsync(page);
        }

        Assert.Contains(words, seen.Html, StringComparison.Ordinal);
        return seen;
    }
}
