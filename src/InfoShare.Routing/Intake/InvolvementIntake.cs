using System.Text.Json;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Transfers;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Intake;

/// <summary>Notes that an organisation knows a child, and which plans it has. Shared with nobody, but in the child's history.</summary>
internal sealed class InvolvementIntake(RoutingContext routing)
{
    private const string Transferred = "RC5";

    public void Take(Arrival arrival, InvolvementRecorded involvement)
    {
        arrival.Scope.SetInvolvement(
            arrival.Sender, involvement.InvolvementId, arrival.Record, arrival.ChildToken, arrival.Source,
            Days.Written(involvement.Since), Days.Written(involvement.Until), involvement.ClosureReason,
            JsonSerializer.Serialize(involvement.Parts.Plan?.Plans.Select(Coded) ?? [], WireJson.Options));
        if (involvement.ClosureReason == Transferred)
            TransferUpkeep.TellUnaccepted(routing, arrival);
    }

    /// <summary>Without what is free text.</summary>
    private static OpenPlan Coded(OpenPlan plan) => plan with { ManagerContact = null };
}
