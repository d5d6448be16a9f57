using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Deliveries to one front door, each about another child, that its system did not take.</summary>
internal static class FailedDeliveries
{
    public const string Care = "social-care-cumberland";

    public static readonly FailureGroup NotTaken = new(DeliveryStates.Failed, FailureCauses.NotTaken, "concern.raised", Care);

    /// <summary>Their ids, in the order in which they were sent.</summary>
    public static async Task<IReadOnlyList<string>> FailAsync(this RoutingFixture routing, int count)
    {
        routing.StartReading(Care, School);
        for (var n = 1; n <= count; n++)
            await routing.SendAsync(School, From(Concern(level: 3, id: $"failing-{n}", parts: Child(n)), 1, key: $"failing-{n:d3}") with { Order = $"{n:d20}" });
        await routing.DrainAsync(report: false);
        foreach (var row in Doors(routing).Where(row => row.State == DeliveryStates.Sent))
            await routing.ReportAsync(Care, row.DeliveryId, ReceiptOutcome.Failed);
        return [.. Doors(routing).Where(row => row.State == DeliveryStates.Failed).Select(row => row.DeliveryId)];
    }

    /// <summary>The n-th child, of no other's family.</summary>
    public static MessageParts Child(int n) => Maya($"F-{n}") is var parts ? parts with
    {
        Identity = parts.Identity! with { Names = [new() { Family = $"Family{(char)('a' + n)}x", Given = [$"Given{(char)('a' + n)}"] }], DateOfBirth = new DateOnly(2008, 1, 5).AddDays(97 * n) },
        Address = new() { Addresses = [new() { Lines = [$"{n} Pretend Street"], Postcode = "CA99 9ZZ", AreaCode = "E06000063" }] },
    } : parts;

    public static DeliveryRow Delivery(this RoutingFixture routing, string id) => routing.Store.Read(scope => scope.FindDelivery(id))!;

    /// <summary>Deliveries of one kind of audit, with their details.</summary>
    public static IReadOnlyList<string> Audited(this RoutingFixture routing, string kind) =>
        routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = @kind order by at, n", new { kind }));

    /// <summary>What the sender was told, as codes.</summary>
    public static int ToldOf(this RoutingFixture routing, string code) =>
        routing.Deliveries.Count(row => row.Kind == "sender-notice" && row.Detail!.Contains($"\"{code}\"", StringComparison.Ordinal));

    private static IEnumerable<DeliveryRow> Doors(RoutingFixture routing) => routing.Shared.Where(row => row.Role == Roles.FrontDoor && row.Participant == Care);
}
