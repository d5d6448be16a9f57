using InfoShare.Console;
using InfoShare.Console.Alerts;
using InfoShare.Storage.Alerts;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>What somebody must know of.</summary>
public sealed class ConditionTests
{
    private const string Health = "health-suffolk";

    [Fact]
    public void Where_nothing_is_wrong_nothing_stands() => Assert.Empty(Of());

    [Fact]
    public void A_silent_participant_stands() => Assert.Equal(["silent:health-suffolk"], Of(silent: Health).Select(one => one.Key));

    [Fact]
    public void What_the_broker_and_adapters_say_stands_and_the_queue_that_nobody_reads_by_design_does_not()
    {
        var broker = Pictures.Well with
        {
            Problem = "It does not answer.",
            Alarms = ["rabbit@a has too little disk and takes no messages"],
            Queues =
            [
                new("routing", 0, 2), new(Health, 4, 0) { UnreadSince = Pictures.Noon.AddMinutes(-2) }, new("health-cumberland", 4, 0) { UnreadSince = Pictures.Noon.AddSeconds(-30) },
                new(Conditions.GivenUpQueue, 0, 0) { UnreadSince = Pictures.Noon.AddDays(-2) },
            ],
            Adapters = [new(Health, false, "no route", 1, TimeSpan.Zero, 0, 0), new("police-suffolk", true, "", 0, TimeSpan.Zero, 0, 0)],
        };

        Assert.Equal(
            ["adapter-cut-off:health-suffolk", "broker-alarm:rabbit@a has too little disk and takes no messages", "broker-unknown", "queue-unread:health-suffolk"],
            Of(broker).Select(one => one.Key).Order());
    }

    [Fact]
    public void What_has_no_queue_and_what_was_agreed_on_and_is_not_done_is_urgent()
    {
        var picture = Pictures.Of(Pictures.Noon);
        picture = picture with { Hearing = [new(Health, 5, Pictures.Noon, "concernRaised", null, false, null, 0, 0, 0, null, null, []) { NoQueue = true }] };
        var facts = Pictures.Nothing with { NotDone = [new() { ApprovalId = "a1", Subject = "revoke health-suffolk" }] };

        Assert.Equal(
            [("queue-missing:health-suffolk", 1, true), ("change-not-made:revoke health-suffolk", 1, true)],
            Conditions.Of(picture, facts, new(), Pictures.Noon).Select(one => (one.Key, one.Count, one.Urgent)));
    }

    [Fact]
    public void A_message_that_routing_gave_up_on_is_urgent() =>
        Assert.True(Assert.Single(Of(Pictures.Well with { Queues = [new(Conditions.GivenUpQueue, 2, 0)] })) is { Kind: AlertKinds.GivenUp, Urgent: true, Count: 2 });

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 1)]
    [InlineData(8, 1)]
    [InlineData(7, 2)]
    [InlineData(1, 3)]
    [InlineData(-2, 3)]
    public void A_certificate_gets_worse_at_30_7_and_1_days(int days, int? level) =>
        Assert.Equal(level, Of(Pictures.Well with { Certificates = [new("routing", days)] }).SingleOrDefault()?.Level);

    [Fact]
    public void Failed_deliveries_are_counted_by_participant_and_urgent_where_one_is()
    {
        var failed = Of(facts: Pictures.Nothing with { Stuck = [Pictures.Stuck("failed", Health, 3), Pictures.Stuck("failed", Health, 1, urgent: true), Pictures.Stuck("failed", "police-suffolk", 2)] });

        Assert.Equal([("deliveries-failed:health-suffolk", 4, true), ("deliveries-failed:police-suffolk", 2, false)], failed.Select(one => (one.Key, one.Count, one.Urgent)));
        Assert.True(failed[0].Level > failed[1].Level);
    }

    [Theory]
    [InlineData(239, 0)]
    [InlineData(241, 1)]
    public void What_is_held_stands_once_it_is_over_its_limit(int minutes, int stands) =>
        Assert.Equal(stands, Of(facts: Pictures.Nothing with { Stuck = [Pictures.Stuck("held", Health, 1, ago: TimeSpan.FromMinutes(minutes))] }).Count);

    [Fact]
    public void What_the_records_say_stands()
    {
        var facts = Pictures.Nothing with
        {
            UrgentWaiting = [Pictures.Stuck("waiting", Health, 1, urgent: true)],
            LateAtRisk = new Dictionary<string, long> { ["la/E10000029"] = 2 },
            ReviewsOverdue = new Dictionary<string, long> { ["la/E10000029"] = 1 },
            RefusedAt = ["routing"],
            RestoredAt = Pictures.Noon.AddHours(-23),
            Unanswered = [Health],
        };

        Assert.Equal(
            [
                ("answers-late:la/E10000029", true), ("policy-refused:routing", false), ("probe-unanswered:health-suffolk", false), ("review-overdue:la/E10000029", false),
                ("store-restored", false), ("urgent-not-received:health-suffolk", true),
            ],
            Of(facts: facts).Select(one => (one.Key, one.Urgent)).Order());
        Assert.Empty(Of(facts: Pictures.Nothing with { RestoredAt = Pictures.Noon.AddHours(-25) }));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_channel_that_failed_twice_stands(int failures, int stands) =>
        Assert.Equal(stands, Of(facts: Pictures.Nothing with { Channels = [new AlertChannelRow { Channel = "email", Failures = failures }] }).Count);

    [Fact]
    public void A_look_that_is_old_stands() =>
        Assert.Equal(["look-fails"], Conditions.Of(Pictures.Of(Pictures.Noon.AddMinutes(-11)), Pictures.Nothing, new(), Pictures.Noon).Select(one => one.Key));

    [Fact]
    public void Every_kind_has_words_of_its_own()
    {
        var kinds = typeof(AlertKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.All(kinds, kind => Assert.NotEqual(kind, AlertWords.Title(Row(kind))));
        Assert.All(kinds, kind => Assert.NotEqual("Look at it in the console.", AlertWords.ToDo(Row(kind))));
    }

    private static AlertRow Row(string kind) => new() { Key = kind, Kind = kind, Subject = "x", Count = 1 };

    private static IReadOnlyList<Condition> Of(BrokerState? broker = null, RecordFacts? facts = null, string? silent = null) =>
        Conditions.Of(Pictures.Of(Pictures.Noon, broker, silent is null ? [] : [silent]), facts ?? Pictures.Nothing, new(), Pictures.Noon);
}
