using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>The keys of a child and of the concern about it. They depend on who the child is, never on its place in the notice.</summary>
internal static class NoticeKeys
{
    /// <summary>The contracts' limit for ids.</summary>
    private const int Longest = 100;

    /// <summary>The force's own reference, else a number of the child, else name and birth. Null for a child of whom nothing is known.</summary>
    public static string? Child(IdentityPart identity) =>
        Number(identity, IdentifierSystem.Local)
        ?? Number(identity, IdentifierSystem.NhsNumber)
        ?? Number(identity, IdentifierSystem.Upn)
        ?? NameAndBirth(identity);

    /// <summary>Of the concern: the same for every version of the notice.</summary>
    public static string Concern(string notificationId, string child) => Bounded($"police:{notificationId}:{child}");

    private static string? Number(IdentityPart identity, IdentifierSystem system) =>
        identity.Identifiers.FirstOrDefault(i => i.System == system && i.Status is not IdentifierStatus.CheckFailed) is { } found
            ? Bounded($"{system}:{found.Value}")
            : null;

    private static string? NameAndBirth(IdentityPart identity)
    {
        var name = identity.Names is [var first, ..] ? string.Join(' ', [.. first.Given, first.Family ?? ""]).Trim().ToUpperInvariant() : "";
        var born = (identity.DateOfBirth ?? identity.ExpectedDateOfBirth)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return name.Length + born.Length == 0 ? null : Bounded($"name:{name}:{born}");
    }

    private static string Bounded(string key) =>
        key.Length <= Longest ? key : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
