using System.Net;
using InfoShare.Console;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console;

/// <summary>Who is not hearing us: the page answers, however long it takes to find out.</summary>
public sealed class HearingPageTests
{
    [Fact]
    public async Task While_it_is_found_out_for_the_first_time_the_page_says_so_and_then_tells_it()
    {
        var broker = new SlowBroker();
        await using var console = await ConsoleTestHost.StartAsync(broker: broker);
        var operatorsBrowser = await console.SignedInAsync("Olga", "operator");

        var asked = ConsoleTestHost.GetAsync(operatorsBrowser, "/");
        while (!asked.IsCompleted)
        {
            console.Routing.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var first = await asked;
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains("counted for the first time", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("social-care-cumberland", first.Text, StringComparison.Ordinal);

        broker.Answer();
        var then = await ConsoleTestHost.GetAsync(operatorsBrowser, "/");
        Assert.DoesNotContain("counted for the first time", then.Text, StringComparison.Ordinal);
        Assert.Contains("social-care-cumberland", then.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_participant_whose_certificate_was_revoked_it_says_so_rather_than_that_somebody_should_call_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(4, "concern-1", Robin()), 1));
        routing.Clock.Advance(TimeSpan.FromMinutes(20));
        await using var console = await ConsoleOverHttp.StartAsync(routing, new ChangingAccess { Of = "social-care-cumberland", State = "revoked" });

        var page = (await (await console.SignInAsync("operator")).GetAsync("/")).Html;

        Assert.Contains("social-care-cumberland is shut out: the certificate was revoked. What is for them waits, the oldest for 20 minutes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("social-care-cumberland does not take what waits", page, StringComparison.Ordinal);
    }

    private sealed class SlowBroker : IBrokerTruth
    {
        private readonly TaskCompletionSource<BrokerState> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer() => answer.SetResult(new("in-memory", null, [], [], [], []));

        public Task<BrokerState> LookAsync(CancellationToken cancellationToken) => answer.Task.WaitAsync(cancellationToken);
    }
}
