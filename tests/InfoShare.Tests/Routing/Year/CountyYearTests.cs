using InfoShare.Storage;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Tests.Routing.Year;

/// <summary>Nothing that waits for somebody is forgotten in a year, whatever happens to the process meanwhile.</summary>
[TakesMinutes]
[Trait("Length", "long")]
public class CountyYearTests
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    /// <summary>It is down while clocks become due: over Christmas, in the night in which summer time begins, and for a moment at midnight.</summary>
    private static readonly (DateTimeOffset From, TimeSpan For)[] Down =
    [
        (new(2026, 12, 28, 20, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7)), (new(2027, 3, 27, 22, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(4)),
        (new(2027, 7, 6, 0, 0, 0, TimeSpan.Zero), TimeSpan.Zero),
    ];

    /// <summary>These participants read nothing for a while.</summary>
    private static readonly (string Participant, DateTimeOffset From, TimeSpan For)[] Away =
    [
        ("police-cumberland", new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(40)), ("health-cumberland", new(2027, 5, 3, 7, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(26)),
        ("social-care-cumberland", new(2027, 9, 6, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(3)),
    ];

    [Fact]
    public async Task In_a_year_of_a_county_each_clock_that_should_have_fired_did_once_and_on_time_across_three_restarts()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var (expected, agencies) = (new Expected(), new Agencies(routing));
        var county = new County(routing, agencies, expected, seed: 20_261_126);
        await agencies.ReadOnAsync();
        await LiveAsync(routing, county, agencies, expected, routing.Clock.GetUtcNow().AddYears(1));

        List<Firing> should = [.. expected.Fired, .. Late(routing, expected)], did = [.. Fired.In(routing.Store)];
        TestContext.Current.TestOutputHelper?.WriteLine($"{county.Concerns} concerns, {agencies.Sent} messages, {should.Count} firings: {string.Join(", ", should.CountBy(one => one.What).Select(what => $"{what.Value} {what.Key}"))}");
        Assert.Equal([], Without(should, did).Take(10));
        Assert.Equal([], Without(did, should).Take(10));
        Assert.All(["reminder", "overdue", "told unanswered", "escalated stage 4", "told unresolved", "alert transfer-overdue", "alert emergency-review-overdue", "emergency-ended", "delivery-late", "told plan-visit-overdue", "told plan-15-months", "told plan-18-months"],
            what => Assert.Contains(should, one => one.What == what));
        Assert.InRange(county.Concerns, 4_000, 5_000);
    }

    private static async Task LiveAsync(RoutingFixture routing, County county, Agencies agencies, Expected expected, DateTimeOffset end)
    {
        var planned = routing.Clock.GetUtcNow().Date;
        while (routing.Clock.GetUtcNow() < end)
        {
            if (Down.FirstOrDefault(one => one.From == routing.Clock.GetUtcNow()) is { From.Ticks: > 0 } down)
            {
                await routing.RestartAsync(_ => Task.Run(() => routing.Clock.Advance(down.For)));
                await agencies.ReadOnAsync();
            }

            var now = routing.Clock.GetUtcNow();
            for (; planned <= now.Date; planned = planned.AddDays(1))
                county.PlanDay(new(planned, TimeSpan.Zero));
            await GoAndComeAsync(agencies, now);
            await county.LiveUntilAsync(now);
            await agencies.SettleAsync();
            await routing.Service.KeepHouseAsync();
            expected.Round(now);
            routing.Clock.Advance(Step);
        }
    }

    private static async Task GoAndComeAsync(Agencies agencies, DateTimeOffset now)
    {
        var away = Away.Where(one => one.From <= now && now < one.From + one.For).Select(one => one.Participant).ToHashSet();
        if (agencies.Away.SetEquals(away))
            return;
        agencies.Away.Clear();
        agencies.Away.UnionWith(away);
        await agencies.ReadOnAsync();
    }

    /// <summary>A day, or an hour if it was urgent, in which nobody has read it. Source: docs/guarantees.md.</summary>
    private static IEnumerable<Firing> Late(RoutingFixture routing, Expected expected) =>
        from delivery in routing.Deliveries
        where delivery.Kind is not ("review" or "sender-notice" or "reminder") && delivery.State is not (DeliveryStates.Withheld or DeliveryStates.Superseded)
        let since = Instants.FromMicroseconds(delivery.DecidedAt)
        let round = expected.FirstRoundAfter(since, delivery.Urgent == 1 ? TimeSpan.FromHours(1) : TimeSpan.FromHours(24))
        where round is not null && (delivery.ReceivedAt is null || Instants.FromMicroseconds(delivery.ReceivedAt.Value) > round)
        select new Firing("delivery-late", delivery.DeliveryId, round.Value);

    private static List<Firing> Without(IEnumerable<Firing> some, IEnumerable<Firing> others)
    {
        var left = others.CountBy(one => one).ToDictionary();
        return [.. some.Where(one => !left.TryGetValue(one, out var count) || (left[one] = count - 1) < 0).OrderBy(one => one.At)];
    }
}
