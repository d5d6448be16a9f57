using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>A part that might name a restricted address is held; a person who has looked decides.</summary>
public sealed class HeldTests
{
    private const string Nurse = "health-cumberland";

    [Fact]
    public async Task Released_it_goes_with_the_location_masked_and_the_address_to_nobody()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var review = await HoldAsync(routing);
        var desk = routing.Service.Desks.Held;
        Assert.Equal("Read the content first: it is open for you no longer, or has not been", await desk.ReleaseAsync(review.DeliveryId, "duty operator"));
        await routing.Service.Desks.Reveals.OpenAsync(new(review.Sender, review.MessageId, "held-for-review", "Invented for a test.", null, "duty operator"));

        Assert.Null(await desk.ReleaseAsync(review.DeliveryId, "duty operator"));
        await routing.DrainAsync();

        var released = routing.DeliveredTo(Nurse).Last(delivery => delivery.Recipient.Role == review.Role);
        var text = Encoding.UTF8.GetString(WireWriter.WriteData(released));
        Assert.Contains("Invented: seen near", released.Parts.Incident!.Facts, StringComparison.Ordinal);
        Assert.Contains(PartName.Incident, released.Masked);
        Assert.DoesNotContain("canary wharf", text, StringComparison.OrdinalIgnoreCase);
        Assert.Null(released.Parts.Address);
        Assert.DoesNotContain(routing.Store.Read(scope => scope.HeldReviews(50)), row => row.DeliveryId == review.DeliveryId);
        Assert.Equal("It is not held any more", await desk.ReleaseAsync(review.DeliveryId, "duty operator"));
        await AssertReplaysAsync(routing);
    }

    [Fact]
    public async Task Withheld_for_good_it_goes_nowhere_and_the_sender_is_told_which_part()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var review = await HoldAsync(routing);
        var told = routing.ToldOf(WithheldCodes.Restricted);
        var deliveries = routing.Shared.Count;

        Assert.Null(await routing.Service.Desks.Held.WithholdAsync(review.DeliveryId, "duty operator"));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Withheld, routing.Delivery(review.DeliveryId).State);
        Assert.Equal(deliveries, routing.Shared.Count);
        Assert.Equal(told + 1, routing.ToldOf(WithheldCodes.Restricted));
        Assert.Single(routing.Audited("review-withheld"));
    }

    /// <summary>A concern below significant harm whose text names the restricted address.</summary>
    private static async Task<DeliveryRow> HoldAsync(RoutingFixture routing)
    {
        routing.StartReadingEverywhere();
        await routing.SendAsync("police-cumberland", From(Concern(level: 3, parts: Robin() with
        {
            Address = new() { Restricted = true, Addresses = [new() { Lines = ["14 Canary Wharf Road"], Postcode = "CA99 9ZZ", AreaCode = "E06000063" }] },
            Incident = new() { ObservedAt = Morning, Categories = ["NEG"], Facts = "Invented: seen near 14 canary wharf rd." },
        }), 1, source: new OrganisationSource("police", "03").Uri));
        await routing.DrainAsync();
        return routing.Store.Read(scope => scope.HeldReviews(50)).First(row => row.Participant == Nurse && row.WithheldParts.Contains("incident", StringComparison.Ordinal));
    }

    private static Task AssertReplaysAsync(RoutingFixture routing)
    {
        var policy = SharingPolicies.OfThisRelease.All[0];
        Assert.All(routing.Store.Read(scope => scope.AllDecisions()), row => Assert.Equal(row.Outcome, DecisionTable.Write(policy.Decide(DecisionTable.Read<SharingFacts>(row.Facts)))));
        return Task.CompletedTask;
    }
}
