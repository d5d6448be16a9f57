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
        var numbers = Numbers(hash, OrganisationSource.TryParse(envelope.Source, out var source) ? source.Id : "", identity?.Identifiers ?? []).ToList();
        string? Of(string kind) => numbers.Where(number => number.Kind == kind).Select(number => number.Value).FirstOrDefault();
        return new(
            hash.Of("sender", sender, envelope.PartitionKey!), Of(NhsNumberKey), Of(UpnKey), Of(LaChildIdKey),
            identity?.DateOfBirth is { } birth ? hash.Of("birth", $"{birth:yyyy-MM-dd}") : null)
        {
            FormerNhsNumbers = [.. (identity?.Identifiers ?? []).Where(i => i.System == IdentifierSystem.FormerNhsNumber && NhsNumber.IsValid(i.Value)).Select(i => Hashed(hash, NhsNumberKey, i.Value))],
        };
    }

    /// <summary>The first number of each kind.</summary>
    /// <param name="source">Whose word it is: an authority's id of a child is its own.</param>
    public static IEnumerable<(string Kind, string Value)> Numbers(KeyedHash hash, string source, IReadOnlyList<Identifier> identifiers)
    {
        (string, string)? Keyed(string kind, IdentifierSystem system, Func<string, bool> isValid, string scope = "") =>
            identifiers.FirstOrDefault(i => i.System == system && isValid(i.Value)) is { } found
                ? (kind, Hashed(hash, kind, found.Value, scope))
                : null;

        (string, string)?[] found =
        [
            Keyed(NhsNumberKey, IdentifierSystem.NhsNumber, NhsNumber.IsValid),
            Keyed(UpnKey, IdentifierSystem.Upn, Upn.IsValid),
            Keyed(LaChildIdKey, IdentifierSystem.LaChildId, _ => true, source),
        ];
        return found.OfType<(string, string)>();
    }

    /// <summary>The numbers that it has, each with its kind.</summary>
    public static IEnumerable<(string Kind, string Value)> NumbersOf(Evidence evidence)
    {
        if (evidence.NhsNumber is { } nhsNumber)
            yield return (NhsNumberKey, nhsNumber);
        foreach (var former in evidence.FormerNhsNumbers)
            yield return (NhsNumberKey, former);
        if (evidence.Upn is { } upn)
            yield return (UpnKey, upn);
        if (evidence.LaChildId is { } laChildId)
            yield return (LaChildIdKey, laChildId);
    }

    private static string Hashed(KeyedHash hash, string kind, string number, string scope = "") =>
        hash.Of(kind, scope, number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
}
