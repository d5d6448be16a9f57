using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Failures;
using static InfoShare.Tests.Routing.FailedDeliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What failed is told apart by why, can be given up, and what was turned away goes back to its sender.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task Failures_are_grouped_by_why_they_failed_with_the_children_and_the_times()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { MostAttempts = 1 });
        await routing.FailAsync(2);
        routing.Clock.Advance(TimeSpan.FromHours(1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "lost", parts: Maya("L-1")), 1, key: "lost"));
        await routing.DrainAsync(report: false);
        routing.Clock.Advance(TimeSpan.FromHours(2));
        await routing.Service.DispatchAsync(CancellationToken.None);
        await routing.SendAsync(School, From(Concern(level: 3, id: "old", parts: Robin("O-1")), 1, key: "old"));
        await routing.StopReadingAsync();
        routing.Clock.Advance(TimeSpan.FromDays(36));
        await routing.Service.KeepHouseAsync();

        var groups = routing.Store.Read(scope => scope.FailureGroups(50));

        var taken = Assert.Single(groups, one => one.Group == NotTaken);
        Assert.Equal((2, 2, true), (taken.Count, taken.Children, taken.FirstAt <= taken.LastAt));
        Assert.Contains(groups, one => one is { State: DeliveryStates.Failed, Cause: FailureCauses.Attempts, Participant: Care });
        Assert.Contains(groups, one => one is { State: DeliveryStates.Expired, Cause: FailureCauses.TooOld });
        Assert.All(groups, one => Assert.Equal(one.Group, FailureGroup.Of(one.Group.Key)));
        Assert.All(groups, one => Assert.Equal(one.Count, routing.Store.Read(scope => scope.DeliveriesIn(one.Group, 100)).Count));
        Assert.All(groups, one => Assert.Equal(one.Count, routing.Store.Read(scope => scope.CountOf(one.Group))!.Count));
    }

    [Fact]
    public async Task Of_a_group_the_nearest_answer_that_is_owed_is_known()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.FailAsync(1);

        var deadline = Assert.Single(routing.Store.Read(scope => scope.FailureDeadlines()), one => one.Group == NotTaken);

        Assert.Equal(routing.Store.Read(scope => scope.Query<long>("select min(late_from) from answer_clock where about = 'failing-1'")).Single(), deadline.LateFrom);
    }

    [Fact]
    public async Task A_note_stays_when_its_group_is_empty_and_after_a_restart_and_is_nowhere_in_clear()
    {
        const string Words = "Canary note: their server is being replaced";
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(1);

        Assert.Null(await routing.Service.Desks.Failures.NoteAsync(NotTaken, Words, "duty operator"));
        await routing.ReportAsync(Care, failed[0], ReceiptOutcome.HandedOver);
        await routing.RestartAsync();

        Assert.Null(routing.Store.Read(scope => scope.CountOf(NotTaken)));
        var note = Assert.Single(routing.Store.Read(scope => scope.NotesOf(NotTaken.Key, 10)));
        Assert.Equal((Words, "duty operator"), routing.Store.Read(scope => (scope.NameOf(note.Words), scope.NameOf(note.By))));
        foreach (var file in await routing.StoredFilesAsync())
            Assert.DoesNotContain("Canary note", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_a_failed_one_frees_what_waits_behind_it_and_tells_the_sender_once_more()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = (await routing.FailAsync(1))[0];
        await routing.SendAsync(School, From(Concern(level: 3, id: "later", parts: Child(1)), 2, key: "failing-001"));
        await routing.DrainAsync();
        var row = routing.Delivery(failed);
        var held = Assert.Single(routing.Store.Read(scope => scope.HeldBehind(row, 10)));
        Assert.Equal(failed, routing.Store.Read(scope => scope.HeldBy(held))!.DeliveryId);
        Assert.Equal(DeliveryStates.Decided, held.State);

        Assert.Null(await routing.Store.WriteAsync(scope => routing.Service.Desks.Failures.GiveUp(scope, failed, "second operator")));
        await routing.DrainAsync();

        Assert.Equal((DeliveryStates.Expired, FailureCauses.GivenUp), (routing.Delivery(failed).State, routing.Delivery(failed).Cause));
        Assert.Equal(DeliveryStates.HandedOver, routing.Delivery(held.DeliveryId).State);
        Assert.Equal(1, routing.ToldOf(WithheldCodes.GivenUp));
        Assert.DoesNotContain(routing.Store.Read(scope => scope.FailureGroups(50)), one => one.Type == "concern.raised" && one.Participant == Care);
        Assert.Equal("It is expired, not failed", await routing.Store.WriteAsync(scope => routing.Service.Desks.Failures.GiveUp(scope, failed, "second operator")));
    }

    [Fact]
    public async Task What_was_turned_away_is_returned_once_and_its_sender_told_to_correct_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, Encoding.UTF8.GetBytes("""{"id":"broken-1","specversion":"1.0"}"""));
        var waiting = Assert.Single(routing.Store.Read(scope => scope.TurnedAway(null, 10)));
        Assert.Equal("quarantined", waiting.Outcome);
        Assert.Equal(1, Assert.Single(routing.Store.Read(scope => scope.CountTurnedAway())).Count);

        Assert.Null(await routing.Service.Desks.Failures.ReturnAsync(School, "broken-1", "They will send it again.", "duty operator"));

        Assert.Empty(routing.Store.Read(scope => scope.TurnedAway(null, 10)));
        Assert.Equal(1, routing.ToldOf(WithheldCodes.CorrectAndResend));
        Assert.Equal("It has been returned already", await routing.Service.Desks.Failures.ReturnAsync(School, "broken-1", "Again.", "duty operator"));
        Assert.Single(routing.Audited("message-returned"));
    }
}
