using InfoShare.Console;
using InfoShare.Console.Alerts;
using InfoShare.Console.Alerts.Channels;
using InfoShare.Console.Flow;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Storage.Alerts;
using InfoShare.Storage.Audit;
using InfoShare.Tests.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Console.Alerts;

/// <summary>From looks to what is told, on a real store: also when a way of telling fails, a console ends, or there are two.</summary>
public sealed class AlertRoundTests : IAsyncLifetime
{
    private static readonly Viewer Somebody = new("token", "admin", [Role.Named("administrator")!], null, null, null, false, false);

    private readonly Channel email = new("email");
    private readonly Channel webhook = new("webhook");
    private RoutingFixture routing = null!;

    public async ValueTask InitializeAsync() => routing = await RoutingFixture.StartAsync();

    public ValueTask DisposeAsync() => routing.DisposeAsync();

    [Fact]
    public async Task An_alert_is_told_once_by_each_channel_also_when_the_console_starts_again()
    {
        var first = Console(email, webhook);
        await LookAsync(first, 3, "health-suffolk");
        await LookAsync(Console(email, webhook), 10, "health-suffolk");

        Assert.All([email, webhook], channel => Assert.Equal("InfoShare: 1 new: health-suffolk does not take what waits for it: 3 deliveries", Assert.Single(channel.Sent).Subject));
    }

    [Fact]
    public async Task Two_consoles_do_not_tell_twice()
    {
        var (one, other) = (Console(email), Console(email));
        for (var i = 0; i < 10; i++)
        {
            await LookAsync(one, 1, "health-suffolk");
            await LookAsync(other, 0, "health-suffolk");
        }

        Assert.Single(email.Sent);
        Assert.Null(one.Watch.Silence());
        Assert.Null(other.Watch.Silence());
    }

    [Fact]
    public async Task A_channel_that_fails_is_told_by_the_other_tried_again_later_and_loses_nothing()
    {
        email.Problem = "the mail server cannot be reached";
        var console = Console(email, webhook);
        await LookAsync(console, 3, "health-suffolk");
        Assert.Single(webhook.Sent);
        await LookAsync(console, 4, "health-suffolk");

        Assert.Equal("InfoShare: 1 new: Alerts by email do not leave", webhook.Sent[^1].Subject);
        Assert.Null(console.Watch.Silence());
        // Of eight looks: after half a minute, one, two and four.
        Assert.Equal(4, email.Tries);

        email.Problem = null;
        await LookAsync(console, 10, "health-suffolk");
        Assert.Contains("health-suffolk does not take", Assert.Single(email.Sent).Subject, StringComparison.Ordinal);
        await LookAsync(console, 5, "health-suffolk");
        Assert.Equal("InfoShare: 1 ended: Alerts by email do not leave", webhook.Sent[^1].Subject);
    }

    [Fact]
    public async Task While_no_channel_works_that_is_said_with_the_reason()
    {
        Assert.Equal("no channel is set", Console().Watch.Silence());
        var console = Console(email);
        Assert.Equal("nothing has looked for what is to be told", console.Watch.Silence());
        email.Problem = "the mail server answered 550";
        await LookAsync(console, 3, "health-suffolk");
        Assert.Equal("email fails: the mail server answered 550", console.Watch.Silence());
        email.Problem = null;
        await LookAsync(console, 5, "health-suffolk");
        Assert.Null(console.Watch.Silence());
    }

    [Fact]
    public async Task That_alerting_works_is_told_once_a_day_where_that_is_wanted()
    {
        var console = Console(new AlertSettings { DailyAt = new(8, 0) }, email);
        await LookAsync(console, 3);
        await LookAsync(console, 60);
        Assert.Equal("InfoShare: alerting works", Assert.Single(email.Sent).Subject);
        await LookAsync(console, 24 * 60);
        Assert.Equal(2, email.Sent.Count);
    }

    [Fact]
    public async Task Somebody_deals_with_it_and_that_is_on_record()
    {
        var console = Console(email);
        await LookAsync(console, 3, "health-suffolk");

        Assert.Null(await console.Desk.AcknowledgeAsync("silent:health-suffolk", Somebody));
        Assert.Equal("Somebody deals with it already", await console.Desk.AcknowledgeAsync("silent:health-suffolk", Somebody));
        Assert.Equal("It does not stand any more", await console.Desk.AcknowledgeAsync("silent:police-suffolk", Somebody));
        await LookAsync(console, 1, "health-suffolk");
        Assert.Equal("token", routing.Store.Read(scope => scope.FindAlert("silent:health-suffolk"))!.AcknowledgedBy);
        Assert.Single(routing.Store.Read(scope => scope.LatestAudit(null, "alert-acknowledged", null, 10)));
    }

    [Fact]
    public async Task A_test_goes_by_every_channel_and_says_which_failed()
    {
        email.Problem = "the mail server answered 550";

        Assert.Equal([("email", "the mail server answered 550"), ("webhook", null)], await Console(email, webhook).Desk.TestAsync(Somebody, CancellationToken.None));
        Assert.Equal("InfoShare: a test alert", Assert.Single(webhook.Sent).Subject);
    }

    [Fact]
    public async Task What_is_over_for_a_month_is_forgotten()
    {
        var console = Console(email);
        await LookAsync(console, 3, "health-suffolk");
        await LookAsync(console, 1);
        await LookAsync(console, 32 * 24 * 60);
        Assert.Empty(routing.Store.Read(scope => scope.Alerts()));
    }

    private (AlertWatch Watch, AlertDesk Desk) Console(params IAlertChannel[] channels) => Console(new AlertSettings(), channels);

    private (AlertWatch Watch, AlertDesk Desk) Console(AlertSettings settings, params IAlertChannel[] channels)
    {
        var context = new ConsoleContext(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, new Silence(), routing.Clock);
        var desk = new AlertDesk(context, settings, channels);
        return (new(context, new HearingWatch(context, NullLogger<HearingWatch>.Instance), desk, NullLogger<AlertWatch>.Instance), desk);
    }

    /// <summary>One look now, and one after each of the minutes.</summary>
    private async Task LookAsync((AlertWatch Watch, AlertDesk Desk) console, int minutes, params string[] silent)
    {
        await console.Watch.LookAsync(Pictures.Of(routing.Clock.GetUtcNow(), null, silent), CancellationToken.None);
        for (var left = minutes; left > 0; left -= Math.Max(1, minutes / 10))
        {
            routing.Clock.Advance(TimeSpan.FromMinutes(Math.Max(1, minutes / 10)));
            await console.Watch.LookAsync(Pictures.Of(routing.Clock.GetUtcNow(), null, silent), CancellationToken.None);
        }
    }

    private sealed class Silence : IBrokerTruth
    {
        public Task<BrokerState> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Pictures.Well);
    }

    private sealed class Channel(string name) : IAlertChannel
    {
        public string Name => name;

        public string? Problem { get; set; }

        public int Tries { get; private set; }

        public List<AlertMessage> Sent { get; } = [];

        public Task<string?> SendAsync(AlertMessage message, CancellationToken cancellationToken)
        {
            Tries++;
            if (Problem is null)
                Sent.Add(message);
            return Task.FromResult(Problem);
        }
    }
}
