using InfoShare.Console.Alerts;
using InfoShare.Storage.Alerts;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>What is told when: once, together, again only if it is worse or a day later, and when it ends.</summary>
public sealed class TellingTests
{
    private static readonly Condition Silent = Condition.Counted(AlertKinds.Silent, "health-suffolk", 4, urgent: false);
    private static readonly Condition Urgent = Condition.Counted(AlertKinds.UrgentWaiting, "police-suffolk", 1, urgent: true);

    private readonly Dictionary<string, AlertRow> alerts = [];
    private readonly Dictionary<string, AlertTold> told = [];
    private DateTimeOffset now = Pictures.Noon;

    [Fact]
    public void What_comes_within_a_minute_is_told_together()
    {
        Assert.Empty(See(Silent));
        Assert.Empty(After(TimeSpan.FromSeconds(30), Silent, Urgent));
        Assert.Equal([("urgent-not-received:police-suffolk", News.Began), ("silent:health-suffolk", News.Began)], After(TimeSpan.FromSeconds(30), Silent, Urgent));
        Assert.Empty(After(TimeSpan.FromMinutes(2), Silent, Urgent));
    }

    [Fact]
    public void It_is_told_again_when_there_are_twice_as_many_and_not_before()
    {
        Told(Silent);
        Assert.Empty(After(TimeSpan.FromMinutes(5), Silent with { Count = 7 }));
        Assert.Empty(After(TimeSpan.FromMinutes(1), Condition.Counted(AlertKinds.Silent, "health-suffolk", 8, urgent: false)));
        Assert.Equal([("silent:health-suffolk", News.Worse)], After(TimeSpan.FromMinutes(1), Condition.Counted(AlertKinds.Silent, "health-suffolk", 8, urgent: false)));
    }

    [Fact]
    public void While_it_stands_it_is_told_again_each_day()
    {
        Told(Silent);
        Assert.Empty(After(TimeSpan.FromHours(23), Silent));
        Assert.Equal([("silent:health-suffolk", News.Still)], After(TimeSpan.FromHours(1), Silent));
        Assert.Empty(After(TimeSpan.FromHours(1), Silent));
    }

    [Fact]
    public void That_it_ended_is_told_once()
    {
        Told(Silent);
        Assert.Empty(After(TimeSpan.FromMinutes(1)));
        Assert.Equal([("silent:health-suffolk", News.Ended)], After(AlertLedger.EndsAfter));
        Assert.Empty(After(TimeSpan.FromDays(2)));
    }

    [Fact]
    public void What_comes_and_goes_within_a_moment_is_one_alert()
    {
        Told(Silent);
        for (var i = 0; i < 10; i++)
        {
            Assert.Empty(After(TimeSpan.FromSeconds(50)));
            Assert.Empty(After(TimeSpan.FromSeconds(50), Silent));
        }
    }

    [Fact]
    public void What_was_over_before_it_was_told_is_not_told()
    {
        See(Silent);
        Assert.Empty(After(TimeSpan.FromSeconds(30)));
        Assert.Empty(After(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void What_begins_again_after_it_ended_is_new_and_nobody_deals_with_it()
    {
        Told(Silent);
        alerts[Silent.Key] = alerts[Silent.Key] with { AcknowledgedBy = "token" };
        After(TimeSpan.FromMinutes(1));
        After(TimeSpan.FromMinutes(10));
        Assert.Empty(After(TimeSpan.FromHours(1), Silent));
        Assert.Equal([("silent:health-suffolk", News.Began)], After(TimeSpan.FromMinutes(1), Silent));
        Assert.Null(alerts[Silent.Key].AcknowledgedBy);
    }

    [Fact]
    public void In_quiet_hours_only_what_is_urgent_is_told()
    {
        var night = new QuietHours(new(22, 0), new(7, 0));
        now = new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero);
        See(night, Silent, Urgent);
        now += TimeSpan.FromMinutes(2);
        Assert.Equal(["urgent-not-received:police-suffolk"], See(night, Silent, Urgent).Select(one => one.Item1));
        now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
        Assert.Equal([("silent:health-suffolk", News.Began)], See(night, Silent, Urgent));
    }

    [Fact]
    public void A_channel_does_not_tell_of_its_own_failure()
    {
        var email = Condition.Of(AlertKinds.ChannelFails, "email", urgent: true);
        See(email);
        Assert.Empty(After(TimeSpan.FromMinutes(5), email));
    }

    [Fact]
    public void The_text_says_what_to_do_and_where()
    {
        var message = AlertMessage.Of([new(AlertLedger.Changes([], [Urgent], now)[0], News.Began)], new("https://console.example/"), now);

        Assert.Equal("InfoShare: 1 new: police-suffolk has not received 1 delivery that is urgent", message.Subject);
        Assert.Contains("New, urgent: ", message.Text, StringComparison.Ordinal);
        Assert.Contains("since 20 November 2026, 12:00pm", message.Text, StringComparison.Ordinal);
        Assert.Contains("Call them", message.Text, StringComparison.Ordinal);
        Assert.Contains("https://console.example/alerts", message.Text, StringComparison.Ordinal);
    }

    /// <summary>Seen, and told a minute later.</summary>
    private void Told(Condition condition)
    {
        See(condition);
        Assert.Single(After(TimeSpan.FromMinutes(1), condition));
    }

    private IReadOnlyList<(string, News)> After(TimeSpan time, params Condition[] seen)
    {
        now += time;
        return See(seen);
    }

    private IReadOnlyList<(string, News)> See(params Condition[] seen) => See(null, seen);

    private IReadOnlyList<(string, News)> See(QuietHours? quiet, params Condition[] seen)
    {
        foreach (var alert in AlertLedger.Changes([.. alerts.Values], seen, now))
            alerts[alert.Key] = alert;
        var due = Telling.Due([.. alerts.Values], [.. told.Values], "email", quiet, now);
        foreach (var one in due)
            told[one.Alert.Key] = Telling.Record(one, "email", now);
        return [.. due.Select(one => (one.Alert.Key, one.News))];
    }
}
