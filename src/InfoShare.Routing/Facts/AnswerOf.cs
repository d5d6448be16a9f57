using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;

namespace InfoShare.Routing.Facts;

/// <summary>What an acknowledgement, a decision or a step of a transfer tells who asked: the kind of agency that answers, and nothing more precise. Pure.</summary>
internal static class AnswerOf
{
    /// <summary>The answer in a message's data; null when it is none.</summary>
    public static AnswerSummary? Create(object data, AgencyKind by) => data switch
    {
        ConcernAcknowledged a => new() { By = by, Role = a.Role, At = a.At, Acknowledgement = a.Answer, Text = a.Note },
        ConcernDecision d => new() { By = by, Role = d.DecidedBy, At = d.DecidedAt, Outcome = d.Outcome, Text = d.Rationale },
        ConcernOutcomeReported o => new() { By = by, Role = o.Role, At = o.At, Effect = o.Effect, Text = o.Summary },
        EscalationRaised e => new() { By = by, Role = e.Role, At = e.At, Text = e.Dissent },
        EscalationAnswered e => new() { By = by, Role = e.Role, At = e.At, Changed = e.Changed, Text = e.Rationale },
        TransferAccepted a => new() { By = by, Role = a.Role, At = a.At, Transfer = TransferState.Accepted, On = a.ConferenceOn, Text = a.Contact },
        TransferDeclined d => new() { By = by, Role = d.Role, At = d.At, Transfer = TransferState.Declined, DeclinedBecause = d.Reason, Text = d.Rationale },
        TransferConferenceHeld h => new() { By = by, Role = h.Role, At = h.At, Transfer = TransferState.ConferenceHeld, Conference = h.Outcome, On = h.HeldOn },
        TransferResponsibilityPassed p => new() { By = by, Role = p.Role, At = p.At, Transfer = TransferState.ResponsibilityPassed, On = p.From },
        InformationSupplied s => new() { By = by, Role = s.Role, At = s.At, Informed = true, Text = s.Information },
        InformationDeclined d => new() { By = by, Role = d.Role, At = d.At, Informed = false, RefusedBecause = d.Because, Text = d.Rationale },
        PlanViewGiven v => new() { By = by, Role = v.Role, At = v.At, View = v.View, Text = v.Rationale },
        _ => null,
    };

    /// <summary>The delivery that the data answers; null when it answers none.</summary>
    public static string? DeliveryId(object data) => data switch
    {
        ConcernAcknowledged a => a.DeliveryId,
        ConcernDecision d => d.DeliveryId,
        ConcernOutcomeReported o => o.DeliveryId,
        EscalationRaised e => e.DeliveryId,
        EscalationAnswered e => e.DeliveryId,
        TransferAccepted a => a.DeliveryId,
        TransferDeclined d => d.DeliveryId,
        TransferConferenceHeld h => h.DeliveryId,
        TransferResponsibilityPassed p => p.DeliveryId,
        PlanViewGiven v => v.DeliveryId,
        InformationSupplied s => s.DeliveryId,
        InformationDeclined d => d.DeliveryId,
        _ => null,
    };
}
