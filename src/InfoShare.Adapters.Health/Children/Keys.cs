using System.Security.Cryptography;
using System.Text;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Keys that fit where contracts hold them.</summary>
internal static class Keys
{
    /// <summary>The greatest length of a record key: the contracts' limit for ids.</summary>
    public const int Longest = 100;

    /// <summary>The key itself when it is short enough; else a digest of it, so that different keys stay different.</summary>
    public static string Bounded(string key, int longest = Longest) =>
        key.Length <= longest ? key : $"sha256|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";

    /// <summary>A resource's own key: its identifier, else its id, which is only unique at the sender. Null when it has neither.</summary>
    public static string? Of(FhirNode resource, OrganisationSource from)
    {
        var identifier = resource.Each("identifier").FirstOrDefault(i => i.Text("value") is not null);
        if (identifier.Path is not null)
            return Bounded($"{identifier.Text("system") ?? from.Id}|{identifier.Text("value")}");
        return resource.Text("id") is { } id ? Bounded($"{from.Id}|{resource.ResourceType}/{id}") : null;
    }
}
