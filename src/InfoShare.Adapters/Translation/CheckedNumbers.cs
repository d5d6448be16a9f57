using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Translation;

/// <summary>Marks NHS numbers and UPNs whose check digit is wrong. A bad number is evidence, never a reason to refuse.</summary>
internal static class CheckedNumbers
{
    /// <summary>The data with its child's numbers marked.</summary>
    public static object Mark(object data) => data switch
    {
        ConcernRaised concern => concern with { Parts = Mark(concern.Parts) },
        ConcernCorrected corrected => corrected with { Concern = corrected.Concern with { Parts = Mark(corrected.Concern.Parts) } },
        ChildMovedArea move => move with { Parts = Mark(move.Parts) },
        TransferRequested transfer => transfer with { Parts = Mark(transfer.Parts) },
        Notice notice => notice with { Parts = Mark(notice.Parts) },
        DisclosureRefused refused => refused with { Parts = Mark(refused.Parts) },
        InvolvementRecorded involvement => involvement with { Parts = Mark(involvement.Parts) },
        ConsentRecorded consent => consent with { Parts = Mark(consent.Parts) },
        ConsentWithdrawn consent => consent with { Parts = Mark(consent.Parts) },
        _ => data,
    };

    private static MessageParts Mark(MessageParts parts) => parts.Identity is not { Identifiers.Count: > 0 } identity
        ? parts
        : parts with { Identity = identity with { Identifiers = [.. identity.Identifiers.Select(Mark)] } };

    private static Identifier Mark(Identifier identifier) => identifier.System switch
    {
        IdentifierSystem.NhsNumber or IdentifierSystem.FormerNhsNumber when !NhsNumber.IsValid(identifier.Value) => identifier with { Status = IdentifierStatus.CheckFailed },
        IdentifierSystem.Upn or IdentifierSystem.FormerUpn when !Upn.IsValid(identifier.Value) => identifier with { Status = IdentifierStatus.CheckFailed },
        _ => identifier,
    };
}
