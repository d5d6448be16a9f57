using System.Text.Json;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Intake;

/// <summary>Notes that an organisation knows a child. Shared with nobody.</summary>
internal static class InvolvementIntake
{
    public static void Take(Arrival arrival, InvolvementRecorded involvement) => arrival.Scope.SetInvolvement(
        arrival.Sender, involvement.InvolvementId, arrival.Record, arrival.ChildToken, arrival.Source,
        Day(involvement.Since), Day(involvement.Until), involvement.ClosureReason,
        JsonSerializer.Serialize(involvement.Parts.Plan?.Plans.Select(p => p.Type) ?? [], WireJson.Options));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
