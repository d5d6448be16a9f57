using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Directory;
using InfoShare.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>At night whoever is on duty hears, and the sender knows whom to call; by day, and for what can wait, nothing is different.</summary>
public class OutOfHoursTests
{
    private const string Care = "social-care-cumberland";
    private static readonly DateTimeOffset FridayNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    /// <summary>The front door's fallback is at work at night.</summary>
    private static readonly string WithNightDuty = SampleDirectory.Yaml.Replace(
        "contact: 01632 960017\n    hours: mon-fri 08:30-17:00", "contact: 01632 960017\n    hours: always", StringComparison.Ordinal);

    [Fact]
    public async Task When_the_front_door_is_closed_the_sender_is_told_whom_to_call()
    {
        await using var routing = await RaiseAsync(FridayNight, 5);

        Assert.Equal(["01632 960099"], Told(routing).Select(notice => notice.Call));
        Assert.Contains(routing.DeliveredTo(Care), delivery => delivery.Recipient.Role == Roles.FrontDoor);
    }

    [Theory]
    [InlineData("2026-11-20T16:59:59Z", 5, false)]
    [InlineData("2026-11-20T17:00:00Z", 5, true)]
    [InlineData("2026-11-23T08:29:59Z", 4, true)]
    [InlineData("2026-11-23T08:30:00Z", 4, false)]
    [InlineData("2026-11-20T22:00:00Z", 3, false)]
    public async Task Only_outside_its_hours_and_only_where_a_child_may_come_to_significant_harm(string at, int level, bool told)
    {
        await using var routing = await RaiseAsync(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), level);

        Assert.Equal(told, Told(routing).Count > 0);
    }

    [Fact]
    public async Task Whoever_is_on_duty_for_a_closed_post_hears_as_well()
    {
        await using var routing = await RaiseAsync(FridayNight, 5, WithNightDuty);

        Assert.Contains(routing.Shared, delivery => delivery is { Role: Roles.NamedOfficer, Relationship: "OnDuty", State: not "withheld" });
        Assert.Contains("on-duty-for-closed-post", routing.DeliveredTo(Care).Single(delivery => delivery.Recipient.Role == Roles.NamedOfficer).Because);
    }

    [Fact]
    public async Task By_day_nobody_is_on_duty_for_anybody()
    {
        await using var routing = await RaiseAsync(FridayNight.AddHours(-10), 5, WithNightDuty);

        Assert.DoesNotContain(routing.Shared, delivery => delivery.Role == Roles.NamedOfficer);
    }

    [Fact]
    public async Task Where_the_number_would_tell_a_restricted_address_it_is_not_told()
    {
        await using var routing = await RaiseAsync(FridayNight, 5, restricted: true);

        Assert.Equal([null], Told(routing).Select(notice => notice.Call));
    }

    private static async Task<RoutingFixture> RaiseAsync(DateTimeOffset at, int level, string? directory = null, bool restricted = false)
    {
        var routing = await RoutingFixture.StartAsync(directory: directory);
        routing.StartReadingEverywhere();
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        var parts = Robin();
        await routing.SendAsync(School, From(Concern(level, parts: restricted ? parts with { Address = parts.Address! with { Restricted = true } } : parts), 1));
        await routing.DrainAsync();
        return routing;
    }

    private static IReadOnlyList<WithheldNotice> Told(RoutingFixture routing) =>
        [.. routing.Read[School].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Where(one => one.Code == WithheldCodes.OutOfHours)];
}
