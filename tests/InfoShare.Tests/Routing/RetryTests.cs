using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Routing.Failures;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using static InfoShare.Tests.Routing.FailedDeliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What failed is sent again in stages, and its outcome is what the recipient's adapter says.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task A_dry_run_says_what_would_go_and_what_not_and_changes_nothing()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.FailAsync(3);
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "failing-2", Reason = WithdrawalReason.SentInError }, 9, key: "failing-002"));
        var before = routing.Deliveries;

        var tried = routing.Store.Read(scope => routing.Service.Desks.Retries.Try(scope, NotTaken));

        Assert.Equal((2, false), (tried.Going, tried.More));
        Assert.Equal([("overtaken", 1)], tried.NotGoing);
        Assert.Equal(before, routing.Deliveries);
    }

    [Fact]
    public async Task First_one_goes_and_more_only_when_its_outcome_is_known()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(4);
        var retry = await StartAsync(routing);
        Assert.Equal([failed[0]], Again(routing, failed));

        Assert.Equal("The outcome of what was sent again is not known yet", await ReleaseAsync(routing, retry, 2));
        await AnswerAsync(routing, failed[0], ReceiptOutcome.HandedOver);
        Assert.Null(await ReleaseAsync(routing, retry, 2));

        Assert.Equal(failed.Take(3), Again(routing, failed));
        Assert.Equal(1, ProgressOf(routing, retry).Left);
    }

    [Fact]
    public async Task An_outcome_is_not_told_before_the_recipients_adapter_has_said_so()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(1);
        var retry = await StartAsync(routing);

        await routing.DrainAsync(report: false);
        await routing.ReportAsync(Care, failed[0], ReceiptOutcome.Received);
        await routing.Service.Desks.Retries.RunAsync();
        Assert.Equal(DeliveryStates.Received, routing.Delivery(failed[0]).State);
        Assert.Equal(new RetryProgress(0, 1, 1, 0, 0, 0, 0), ProgressOf(routing, retry));
        Assert.Null(routing.Delivery(failed[0]).HandedOverAt);

        await routing.ReportAsync(Care, failed[0], ReceiptOutcome.HandedOver);
        await routing.Service.Desks.Retries.RunAsync();
        Assert.Equal(new RetryProgress(0, 1, 0, 1, 0, 0, 0), ProgressOf(routing, retry));
        Assert.Equal(RetryStates.Done, Find(routing, retry).State);
        Assert.Equal(2, routing.DeliveredTo(Care).Count(delivery => delivery.DeliveryId == failed[0]));
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_by_its_tables_alone_and_no_faster_than_its_rate()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(7);
        var retry = await StartAsync(routing, perMinute: 2);
        await AnswerAsync(routing, failed[0], ReceiptOutcome.HandedOver);
        routing.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await ReleaseAsync(routing, retry, 6));

        await routing.RestartAsync();
        routing.StartReading(Care, School);
        List<int> again = [];
        for (var minute = 0; minute < 3; minute++)
        {
            for (var round = 0; round < 12; round++)
            {
                await routing.Service.Desks.Retries.RunAsync();
                routing.Clock.Advance(TimeSpan.FromSeconds(5));
            }

            again.Add(Again(routing, failed).Count);
        }

        Assert.All(again.Zip([3, 5, 7]), pair => Assert.InRange(pair.First, pair.Second - 1, pair.Second));
        Assert.Equal(7, again[^1]);
        foreach (var id in failed.Skip(1))
            await AnswerAsync(routing, id, ReceiptOutcome.HandedOver);
        Assert.Equal((RetryStates.Done, 7), (Find(routing, retry).State, ProgressOf(routing, retry).HandedOver));
    }

    [Fact]
    public async Task It_stops_by_itself_after_so_many_have_failed_again_and_goes_on_when_resumed()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(6);
        var retry = await StartAsync(routing, perMinute: 24, stopAfter: 2);
        await AnswerAsync(routing, failed[0], ReceiptOutcome.Failed);
        Assert.Null(await ReleaseAsync(routing, retry, 5));
        await AnswerAsync(routing, failed[1], ReceiptOutcome.Failed);
        await AnswerAsync(routing, failed[2], ReceiptOutcome.Failed);

        routing.Clock.Advance(TimeSpan.FromMinutes(2));
        await routing.Service.Desks.Retries.RunAsync();
        Assert.Equal(RetryStates.Stopped, Find(routing, retry).State);
        Assert.Equal(3, ProgressOf(routing, retry).Left);

        Assert.Null(await routing.Service.Desks.Retries.ResumeAsync(retry, "duty operator"));
        Assert.Equal((RetryStates.Open, 1), (Find(routing, retry).State, ProgressOf(routing, retry).Left));
    }

    [Fact]
    public async Task While_it_is_paused_nothing_goes_and_what_is_called_off_never_does()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(5);
        var (retry, desk) = (await StartAsync(routing, perMinute: 12), routing.Service.Desks.Retries);
        await AnswerAsync(routing, failed[0], ReceiptOutcome.HandedOver);
        routing.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await ReleaseAsync(routing, retry, 4));
        Assert.Null(await desk.PauseAsync(retry, "duty operator"));
        await desk.RunAsync();
        Assert.Equal(2, ProgressOf(routing, retry).Sent);

        Assert.Null(await desk.CancelAsync(retry, "duty operator"));
        routing.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunAsync();
        await AnswerAsync(routing, failed[1], ReceiptOutcome.Failed);

        Assert.Equal(new RetryProgress(0, 2, 0, 1, 1, 0, 3), ProgressOf(routing, retry));
        Assert.Equal(RetryStates.Cancelled, Find(routing, retry).State);
        Assert.NotNull(Find(routing, retry).EndedAt);
        Assert.Equal("It is cancelled", await desk.ResumeAsync(retry, "duty operator"));
    }

    [Fact]
    public async Task What_was_taken_back_corrected_or_given_up_after_it_failed_is_never_sent_again()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(4);
        var retry = await StartAsync(routing);
        await AnswerAsync(routing, failed[0], ReceiptOutcome.HandedOver);
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "failing-2", Reason = WithdrawalReason.WrongChild }, 9, key: "failing-002"));
        await routing.Store.WriteAsync(scope => routing.Service.Desks.Failures.GiveUp(scope, failed[2], "duty operator"));

        Assert.Null(await ReleaseAsync(routing, retry, 3));

        Assert.Equal([failed[0], failed[3]], Again(routing, failed));
        Assert.Equal(2, ProgressOf(routing, retry).NotSent);
        Assert.Equal(["overtaken", "given-up"], routing.Store.Read(scope => scope.ItemsOf(retry, 10)).Where(item => item.Outcome == RetryOutcomes.NotSent).OrderBy(item => item.N).Select(item => item.Why));
        Assert.Equal(DeliveryStates.Failed, routing.Delivery(failed[1]).State);
    }

    [Fact]
    public async Task More_than_ten_of_a_group_need_another_person_however_they_are_counted_out()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var failed = await routing.FailAsync(12);
        var (retry, desk) = (await StartAsync(routing, perMinute: 600), routing.Service.Desks.Retries);
        await AnswerAsync(routing, failed[0], ReceiptOutcome.HandedOver);

        Assert.Equal("Another person must approve that so many are sent again", await ReleaseAsync(routing, retry, 11));
        Assert.Null(await ReleaseAsync(routing, retry, 9));
        foreach (var id in failed.Skip(1).Take(9))
            await AnswerAsync(routing, id, ReceiptOutcome.HandedOver);
        Assert.Equal("Another person must approve that so many are sent again", await ReleaseAsync(routing, retry, 1));
        Assert.Null(await routing.Store.WriteAsync(scope => desk.Release(scope, retry, 2, "second operator", approved: true)));

        Assert.Equal(12, Again(routing, failed).Count);
    }

    [Fact]
    public async Task One_that_had_expired_goes_again_and_is_not_given_up_at_once()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        routing.Clock.Advance(TimeSpan.FromDays(36));
        await routing.Service.KeepHouseAsync();
        routing.StartReading(Care);
        var door = routing.To(Roles.FrontDoor);

        var started = await routing.Service.Desks.Retries.StartAsync(new(FailureGroup.Of(door)!, 60, 5, "duty operator"));
        Assert.Null(started.Problem);
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
        Assert.Contains(routing.DeliveredTo(Care), delivery => delivery.DeliveryId == door.DeliveryId);
    }

    private static async Task<string> StartAsync(RoutingFixture routing, int perMinute = 60, int stopAfter = 5)
    {
        var answer = await routing.Service.Desks.Retries.StartAsync(new(NotTaken, perMinute, stopAfter, "duty operator"));
        Assert.Null(answer.Problem);
        return answer.RetryId!;
    }

    private static Task<string?> ReleaseAsync(RoutingFixture routing, string retry, long more) =>
        routing.Store.WriteAsync(scope => routing.Service.Desks.Retries.Release(scope, retry, more, "duty operator", approved: false));

    /// <summary>It leaves, its adapter answers, and a round notes that.</summary>
    private static async Task AnswerAsync(RoutingFixture routing, string deliveryId, ReceiptOutcome outcome)
    {
        await routing.DrainAsync(report: false);
        await routing.ReportAsync(Care, deliveryId, outcome);
        await routing.Service.Desks.Retries.RunAsync();
    }

    private static IReadOnlyList<string> Again(RoutingFixture routing, IReadOnlyList<string> failed)
    {
        var again = routing.Store.Read(scope => scope.Query<string>("select about from audit where kind = 'delivery-again'")).ToHashSet();
        return [.. failed.Where(again.Contains)];
    }

    private static RetryProgress ProgressOf(RoutingFixture routing, string retry) => routing.Store.Read(scope => RetryProgress.Of(scope, retry));

    private static RetryRow Find(RoutingFixture routing, string retry) => routing.Store.Read(scope => scope.FindRetry(retry))!;
}
