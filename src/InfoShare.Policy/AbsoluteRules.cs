using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Policy;

/// <summary>
/// The prohibitions that no policy and no risk lifts, read from coded facts alone. Each puts an officer in the place of the
/// ordinary recipients, and where both hold, the officer for police conditions: the designated officer then only if named.
/// </summary>
internal static class AbsoluteRules
{
    /// <summary>Ids of those that stand in this recipient's way; the policy set says the same under the same ids, to be read.</summary>
    public static IReadOnlyList<string> Of(SharingFacts facts) =>
    [
        .. KeepsAllegation(facts) ? ["allegation-designated-officer-only"] : (string[])[],
        .. KeepsConditioned(facts) ? ["handling-condition-named-only"] : (string[])[],
    ];

    /// <summary>An allegation against staff reaches the designated officer alone, or the officer for its police conditions.</summary>
    private static bool KeepsAllegation(SharingFacts facts) =>
        facts.Message.AllegationAgainstStaff
        && facts.Recipient.Role != Roles.DesignatedOfficer
        && !(facts.Message.Handling is HandlingCode.C && facts.Recipient.Role == Roles.NamedOfficer);

    /// <summary>Police information with conditions reaches whom they name and the named officer; without conditions stated, that officer alone.</summary>
    private static bool KeepsConditioned(SharingFacts facts) =>
        facts.Message.Handling is HandlingCode.C
        && facts.Recipient.Role != Roles.NamedOfficer
        && !(facts.Message.HandlingHasConditions && facts.Message.NamedRecipients.Contains(facts.Recipient.Name));
}
