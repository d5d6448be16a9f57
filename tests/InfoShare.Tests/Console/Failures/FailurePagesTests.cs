using System.Net;
using System.Text;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.FailedDeliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console.Failures;

/// <summary>The way of an operator through what failed, without script.</summary>
public sealed class FailurePagesTests
{
    private const string Group = "/failures/failed~not-taken-by-system~concern.raised~social-care-cumberland";

    [Fact]
    public async Task A_group_is_sent_again_first_one_then_the_rest_once_a_second_person_has_approved()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(12);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var asks = await console.SignInAsync("operator");
        using var approves = await console.SignInAsync("second operator");

        Assert.Contains("The recipient’s system did not take them", (await asks.GetAsync("/failures")).Html, StringComparison.Ordinal);
        Assert.Contains("12 deliveries about 12 children", (await asks.GetAsync(Group)).Html, StringComparison.Ordinal);
        Assert.Contains("12 deliveries", (await asks.GetAsync(Group + "/again")).Html, StringComparison.Ordinal);
        Assert.Empty(routing.Audited("delivery-again"));

        var page = (await asks.PostAsync(Group + "/again", Group + "/again", ("PerMinute", "600"), ("StopAfter", "3"))).Html;
        Assert.Contains("Waiting for the recipient", page, StringComparison.Ordinal);
        Assert.Contains("Not now: The outcome of what was sent again is not known yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Handed over", page, StringComparison.Ordinal);
        await HandOverAsync(routing, failed[0]);

        var retry = asks.At;
        page = (await asks.PostAsync(retry, "?handler=Release", ("More", "11"), ("Why", "Their server has been replaced."))).Html;
        Assert.Contains("Another person must approve it", page, StringComparison.Ordinal);
        Assert.Contains("The next stage waits for another person to approve it", page, StringComparison.Ordinal);
        Assert.Contains("Somebody else must decide what you asked for", (await asks.ApproveAsync()).Html, StringComparison.Ordinal);
        Assert.Single(routing.Audited("delivery-again"));

        Assert.DoesNotContain("There is a problem", (await approves.ApproveAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(12, routing.Audited("delivery-again").Count);
        foreach (var id in failed.Skip(1))
            await HandOverAsync(routing, id);
        Assert.Contains("12</span>handed over", (await asks.GetAsync(retry)).Html, StringComparison.Ordinal);
        Assert.Equal(RetryStates.Done, routing.Store.Read(scope => scope.RetriesOf(NotTaken.Key, 5)).Single().State);
    }

    [Fact]
    public async Task What_waits_behind_a_failed_one_is_shown_and_goes_when_two_people_have_given_that_one_up()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = (await routing.FailAsync(1))[0];
        await routing.SendAsync(School, From(Concern(level: 3, id: "later", parts: Child(1)), 2, key: "failing-001"));
        await routing.DrainAsync();
        var later = routing.Store.Read(scope => scope.HeldBehind(routing.Delivery(failed), 5)).Single().DeliveryId;
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var asks = await console.SignInAsync("operator");
        using var approves = await console.SignInAsync("second operator");

        Assert.Contains("which has failed", (await asks.GetAsync($"/failures/delivery/{later}")).Html, StringComparison.Ordinal);
        Assert.Contains("Say why", (await asks.PostAsync($"/failures/delivery/{failed}", "?handler=GiveUp")).Html, StringComparison.Ordinal);
        Assert.Contains("waits for another person", (await asks.PostAsync($"/failures/delivery/{failed}", "?handler=GiveUp", ("Why", "The system is gone."))).Html, StringComparison.Ordinal);
        await approves.ApproveAsync();
        await routing.DrainAsync();

        Assert.Equal((DeliveryStates.Expired, DeliveryStates.HandedOver), (routing.Delivery(failed).State, routing.Delivery(later).State));
        Assert.Equal(1, routing.ToldOf(WithheldCodes.GivenUp));
    }

    [Fact]
    public async Task A_note_is_kept_and_one_without_words_is_not()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.FailAsync(1);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var notes = await console.SignInAsync("operator");

        Assert.Contains("There is a problem", (await notes.PostAsync(Group, "?handler=Note", ("Note", " "))).Html, StringComparison.Ordinal);
        await notes.PostAsync(Group, "?handler=Note", ("Note", "They have been called."));

        Assert.Contains("They have been called.", (await notes.GetAsync("/failures")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_turned_away_goes_back_to_its_sender()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, Encoding.UTF8.GetBytes("""{"id":"broken-1","specversion":"1.0"}"""));
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var returns = await console.SignInAsync("operator");

        Assert.Contains("invalid-field", (await returns.GetAsync("/quarantine")).Html, StringComparison.Ordinal);
        var page = (await returns.PostAsync("/quarantine", "?handler=Return", ("from", School), ("id", "broken-1"), ("Why", "They know."))).Html;

        Assert.Contains("Nothing waits", page, StringComparison.Ordinal);
        Assert.Equal(1, routing.ToldOf(WithheldCodes.CorrectAndResend));
    }

    [Fact]
    public async Task What_routing_gave_up_on_is_listed_until_it_is_on_record()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var taken = From(Concern(), 1);
        foreach (var (kind, id) in new[] { ("message-given-back", "poison-1"), ("message-kept", "poison-1"), ("message-given-back", "poison-2"), ("message-given-back", taken.Id) })
            await routing.Store.WriteAsync(scope => scope.Audit("routing", routing.Clock.GetUtcNow(), kind, id, School));
        await routing.SendAsync(School, taken);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var mends = await console.SignInAsync("operator");

        var page = (await mends.GetAsync("/quarantine")).Html;
        Assert.Matches("poison-1.*2 times.*kept by the broker.*poison-2.*1 time,.*tried once more|poison-2.*1 time,.*tried once more.*poison-1.*2 times.*kept by the broker", page.ReplaceLineEndings(" "));
        Assert.DoesNotContain(taken.Id, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_mend_failures_sees_none_of_it_and_what_does_not_exist_is_not_found()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(1);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        using var auditor = await console.SignInAsync("auditor");
        using var mends = await console.SignInAsync("operator");

        foreach (var address in new[] { "/failures", Group, Group + "/again", $"/failures/delivery/{failed[0]}", "/held", "/quarantine" })
        {
            Assert.Equal((int)HttpStatusCode.Forbidden, (await auditor.GetAsync(address)).Status);
            Assert.Equal((int)HttpStatusCode.OK, (await mends.GetAsync(address)).Status);
        }

        foreach (var address in new[] { "/failures/nothing", "/failures/failed~nothing~at~all", "/failures/failed~nothing~at~all/again", "/failures/delivery/none", "/failures/retry/none" })
        {
            Assert.Equal((int)HttpStatusCode.NotFound, (await mends.GetAsync(address)).Status);
        }

        Assert.Equal(5, routing.Audited("console-not-found").Count);
    }

    private static async Task HandOverAsync(RoutingFixture routing, string deliveryId)
    {
        await routing.Service.Desks.Retries.RunAsync();
        await routing.DrainAsync(report: false);
        await routing.ReportAsync(Care, deliveryId, ReceiptOutcome.HandedOver);
        await routing.Service.Desks.Retries.RunAsync();
    }
}
