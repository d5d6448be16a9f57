using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>Dates that cannot be yet. A day's tolerance, because clocks differ.</summary>
internal static class FutureDates
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>The first of them, or null.</summary>
    public static FieldProblem? Problem(Envelope<object> envelope, TranslationContext context)
    {
        if (envelope.Time > context.At + Tolerance)
            return new("time", "must not be in the future");
        if (envelope.Data is MeetingRecorded held && held.HeldOn > DateOnly.FromDateTime((context.At + Tolerance).UtcDateTime))
            return new("data.heldOn", "must not be in the future");
        return IdentityOf(envelope.Data)?.DateOfBirth > DateOnly.FromDateTime((context.At + Tolerance).UtcDateTime)
            ? new("data.parts.identity.dateOfBirth", "must not be in the future; of an unborn child give expectedDateOfBirth")
            : null;
    }

    private static IdentityPart? IdentityOf(object data) => data switch
    {
        ConcernRaised concern => concern.Parts.Identity,
        ConcernCorrected correction => correction.Concern.Parts.Identity,
        ChildMovedArea move => move.Parts.Identity,
        TransferRequested transfer => transfer.Parts.Identity,
        Notice notice => notice.Parts.Identity,
        DisclosureRefused refused => refused.Parts.Identity,
        InvolvementRecorded involvement => involvement.Parts.Identity,
        ConsentRecorded consent => consent.Parts.Identity,
        ConsentWithdrawn withdrawal => withdrawal.Parts.Identity,
        _ => null,
    };
}
