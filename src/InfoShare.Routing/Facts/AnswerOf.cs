using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;

namespace InfoShare.Routing.Facts;

/// <summary>What an acknowledgement or a decision tells the referrer: the kind of agency that answers, and nothing more precise. Pure.</summary>
internal static class AnswerOf
{
    /// <summary>The answer in a message's data; null when it is none.</summary>
    public static AnswerSummary? Create(object data, AgencyKind by) => data switch
    {
        ConcernAcknowledged a => new() { By = by, Role = a.Role, At = a.At, Acknowledgement = a.Answer, Text = a.Note },
        ConcernDecision d => new() { By = by, Role = d.DecidedBy, At = d.DecidedAt, Outcome = d.Outcome, Text = d.Rationale },
        _ => null,
    };

    /// <summary>The delivery that the data answers; null when it answers none.</summary>
    public static string? DeliveryId(object data) => data switch
    {
        ConcernAcknowledged a => a.DeliveryId,
        ConcernDecision d => d.DeliveryId,
        _ => null,
    };
}
