using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Policy;

/// <summary>
/// The prohibitions that no rule and no risk lifts, read from coded facts alone. Each puts an officer in the place of the
/// ordinary recipients, and where both hold, the officer for police conditions: the designated officer then only if named.
/// </summary>
internal static class AbsoluteRules
{
    /// <summary>An allegation against staff reaches the designated officer alone, or the officer for its police conditions.</summary>
    public static bool KeepsAllegation(SharingFacts facts) =>
        facts.Message.AllegationAgainstStaff
        && facts.Recipient.Role != Roles.DesignatedOfficer
        && !(facts.Message.Handling is HandlingCode.C && facts.Recipient.Role == Roles.NamedOfficer);

    /// <summary>Police information with conditions reaches whom they name and the named officer; without conditions stated, that officer alone.</summary>
    public static bool KeepsConditioned(SharingFacts facts) => facts.Message.Handling is HandlingCode.C && !MayHaveConditioned(facts);

    /// <summary>The named officer, and whom stated conditions name.</summary>
    public static bool MayHaveConditioned(SharingFacts facts) =>
        facts.Recipient.Role == Roles.NamedOfficer
        || (facts.Message.HandlingHasConditions && facts.Message.NamedRecipients.Contains(facts.Recipient.Name));

    /// <summary>Any of them.</summary>
    public static bool Forbid(SharingFacts facts) => KeepsAllegation(facts) || KeepsConditioned(facts);
}
