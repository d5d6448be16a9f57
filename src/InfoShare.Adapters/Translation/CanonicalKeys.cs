using System.Globalization;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Translation;

/// <summary>The keys of a canonical message, in clear.</summary>
internal static class CanonicalKeys
{
    /// <summary>The record's key and the child's; null when it is nothing that agencies send.</summary>
    public static (string Record, string Child)? Of(object data) => data switch
    {
        ConcernRaised concern => (concern.ConcernId, Child(concern.Parts, concern.ConcernId)),
        ConcernCorrected corrected => Of(corrected.Concern),
        ConcernWithdrawn withdrawn => (withdrawn.ConcernId, "record:" + withdrawn.ConcernId),
        ChildMovedArea move => (move.MoveId, Child(move.Parts, move.MoveId)),
        InvolvementRecorded involvement => (involvement.InvolvementId, Child(involvement.Parts, involvement.InvolvementId)),
        ConsentRecorded consent => (consent.ConsentId, Child(consent.Parts, consent.ConsentId)),
        ConsentWithdrawn consent => (consent.ConsentId, Child(consent.Parts, consent.ConsentId)),
        ConcernAcknowledged answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        ConcernDecision answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        ConcernOutcomeReported answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        EscalationRaised escalation => (escalation.EscalationId, "escalation:" + escalation.EscalationId),
        EscalationClosed escalation => (escalation.EscalationId, "escalation:" + escalation.EscalationId),
        EscalationAnswered answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        TransferRequested transfer => (transfer.TransferId, Child(transfer.Parts, transfer.TransferId)),
        TransferAccepted answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        TransferDeclined answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        TransferConferenceHeld answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        TransferResponsibilityPassed answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        NoticeWithdrawn withdrawn => (withdrawn.NoticeId, "record:" + withdrawn.NoticeId),
        Notice notice => (notice.NoticeId, Child(notice.Parts, notice.NoticeId)),
        DisclosureRefused refused => (refused.DisclosureId, Child(refused.Parts, refused.DisclosureId)),
        InformationSupplied answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        InformationDeclined answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        PlanViewGiven answer => (answer.DeliveryId, "delivery:" + answer.DeliveryId),
        _ => null,
    };

    /// <summary>The surest id that there is of the child.</summary>
    private static string Child(MessageParts parts, string recordKey) =>
        Number(parts.Identity, IdentifierSystem.Local)
        ?? Number(parts.Identity, IdentifierSystem.LaChildId)
        ?? Number(parts.Identity, IdentifierSystem.NhsNumber)
        ?? Number(parts.Identity, IdentifierSystem.Upn)
        ?? NameAndBirth(parts.Identity)
        ?? "record:" + recordKey;

    private static string? Number(IdentityPart? identity, IdentifierSystem system) =>
        identity?.Identifiers.FirstOrDefault(i => i.System == system && i.Status != IdentifierStatus.CheckFailed) is { } found ? $"{system}:{found.Value}" : null;

    private static string? NameAndBirth(IdentityPart? identity)
    {
        if (identity is not { Names: [{ } name, ..] } || (identity.DateOfBirth ?? identity.ExpectedDateOfBirth) is not { } born)
            return null;
        var words = string.Join(' ', [.. name.Given, name.Family ?? ""]).Trim().ToUpperInvariant();
        return words.Length == 0 ? null : $"name:{words}:{born.ToString("O", CultureInfo.InvariantCulture)}";
    }
}
