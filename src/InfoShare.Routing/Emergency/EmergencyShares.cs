using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing.Emergency;

/// <summary>Decides again, when emergency access begins or ends, what was decided for its recipient about its child.</summary>
internal sealed class EmergencyShares(RoutingContext routing)
{
    private readonly SendingDecision sending = new(routing);

    /// <summary>After it has begun: what was withheld or reduced and is allowed now leaves.</summary>
    public (int Leaving, int Unchanged) Widen(WriteScope scope, EmergencyRow emergency)
    {
        var all = scope.DeliveriesTo(emergency.Organisation, emergency.Role, emergency.ChildToken);
        var had = all.GroupBy(row => (row.Sender, row.MessageId)).ToDictionary(message => message.Key, Widenings.Had);
        DeliveryRow[] asked = [.. all.Where(row => row.GrantId is null && row.State is not (DeliveryStates.Superseded or DeliveryStates.Expired or DeliveryStates.Failed))];
        var material = new SendingMaterial(scope, asked);
        var leaving = asked.Count(row => Widen(scope, emergency, row, had[(row.Sender, row.MessageId)], material));
        return (leaving, asked.Length - leaving);
    }

    /// <summary>After it has ended: what has not left is decided again. How many go no more, or with less.</summary>
    public int Narrow(WriteScope scope, EmergencyRow emergency)
    {
        DeliveryRow[] waiting =
            [.. scope.DeliveriesTo(emergency.Organisation, emergency.Role, emergency.ChildToken).Where(row => row.State is DeliveryStates.Decided)];
        var material = new SendingMaterial(scope, waiting);
        foreach (var row in waiting)
            sending.ContentFor(scope, row, material);
        var after = scope.FindDeliveries([.. waiting.Select(row => row.DeliveryId)]).ToDictionary(row => row.DeliveryId);
        return waiting.Count(row => after[row.DeliveryId] is var now && (now.State != row.State || now.Parts != row.Parts));
    }

    private bool Widen(WriteScope scope, EmergencyRow emergency, DeliveryRow row, IReadOnlySet<string> had, SendingMaterial material)
    {
        if (material.IsOvertaken(row) || material.MessageOf(row) is not { } original)
            return false;
        var now = DecisionNow.Of(routing, scope, row, original, material);
        switch (Widenings.Of(row, had, now.Decision))
        {
            case Widening.Leave:
                scope.Hasten(Put(scope, DecidedRows.WithDecision(Due(row), now.Decision), now, "recheck"));
                return true;
            case Widening.Correct:
                scope.Add(Put(scope, DecidedRows.WithDecision(CorrectionOf(row, emergency), now.Decision), now, "first"));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The decision on record, with the review that a person owes.</summary>
    private DeliveryRow Put(WriteScope scope, DeliveryRow row, DecisionNow now, string kind)
    {
        now.Record(routing, scope, row, kind);
        if (DecidedRows.Review(new(row, now.Facts, now.Decision), routing.Store.Ids) is { } review)
            scope.Add(review);
        return row;
    }

    private DeliveryRow Due(DeliveryRow row) => row with { Urgent = 1, DueAt = routing.Now.ToMicroseconds(), DecidedAt = routing.Now.ToMicroseconds() };

    /// <summary>Its id is that of the emergency access and of what it corrects, so that deciding it twice sends it once.</summary>
    private DeliveryRow CorrectionOf(DeliveryRow row, EmergencyRow emergency) => Due(row) with
    {
        DeliveryId = routing.Store.Ids.Of("emergency-correction", emergency.GrantId, row.DeliveryId),
        Kind = "correction",
        GrantId = emergency.GrantId,
    };
}
