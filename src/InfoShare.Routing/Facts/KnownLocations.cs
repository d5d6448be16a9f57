using System.Text.Json;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Facts;

/// <summary>What is known of where a child with a restricted address can be found: every address told so far, and its school, practice and teams by name.</summary>
internal static class KnownLocations
{
    /// <summary>The addresses of a message, as they are kept for searches to come: each once, under its digest.</summary>
    public static IReadOnlyDictionary<string, byte[]> In(AddressPart? part, KeyedHash hash)
    {
        var kept = new Dictionary<string, byte[]>();
        foreach (var address in part?.Addresses ?? [])
        {
            var json = WireWriter.WriteData(address with { From = null, To = null, Use = null });
            kept[hash.Of("address", Convert.ToBase64String(json))] = json;
        }

        return kept;
    }

    /// <summary>Their spellings, for a child whose address is restricted; null when it is not and nothing needs to be searched for.</summary>
    public static AddressSpellings? Restricted(ReadScope scope, string childToken, SharingDirectory directory, DateOnly day)
    {
        if (!scope.AddressRestricted(childToken))
            return null;
        var addresses = scope.KnownAddresses(childToken)
            .Select(json => JsonSerializer.Deserialize<Address>(json, WireJson.Options)!);
        return new AddressSpellings(addresses, scope.FindChild(childToken) is { } child ? NamesOf(child, directory, day) : []);
    }

    private static IEnumerable<string> NamesOf(ChildRow child, SharingDirectory directory, DateOnly day)
    {
        string?[] names =
        [
            child.School is { } school ? directory.OrganisationWith($"urn/{school}", day)?.Name : null,
            child.Practice is { } practice ? directory.OrganisationWith($"ods/{practice}", day)?.Name : null,
            child.Team is { } team ? directory.TeamWith(team, day)?.Name : null,
        ];
        return names.OfType<string>();
    }
}
