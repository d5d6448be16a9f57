using InfoShare.ChildIndex;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Routing.Children;

/// <summary>What a message offers to recognise the child by: numbers whose check holds, and only as hashes.</summary>
internal static class EvidenceOf
{
    public const string NhsNumberKey = "nhs-number";
    public const string UpnKey = "upn";
    public const string LaChildIdKey = "la-child-id";

    /// <summary>Of a message with a key.</summary>
    public static Evidence Message(KeyedHash hash, string sender, Envelope<object> envelope, IdentityPart? identity)
    {
        string? Keyed(string kind, IdentifierSystem system, Func<string, bool> isValid, string scope = "") =>
            identity?.Identifiers.FirstOrDefault(i => i.System == system && isValid(i.Value)) is { } found
                ? hash.Of(kind, scope, found.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
                : null;

        return new(
            hash.Of("sender", sender, envelope.PartitionKey!),
            Keyed(NhsNumberKey, IdentifierSystem.NhsNumber, NhsNumber.IsValid),
            Keyed(UpnKey, IdentifierSystem.Upn, Upn.IsValid),
            Keyed(LaChildIdKey, IdentifierSystem.LaChildId, _ => true, envelope.Source),
            identity?.DateOfBirth is { } birth ? hash.Of("birth", $"{birth:yyyy-MM-dd}") : null);
    }

    /// <summary>The numbers that it has, each with its kind.</summary>
    public static IEnumerable<(string Kind, string Value)> NumbersOf(Evidence evidence)
    {
        if (evidence.NhsNumber is { } nhsNumber)
            yield return (NhsNumberKey, nhsNumber);
        if (evidence.Upn is { } upn)
            yield return (UpnKey, upn);
        if (evidence.LaChildId is { } laChildId)
            yield return (LaChildIdKey, laChildId);
    }
}
