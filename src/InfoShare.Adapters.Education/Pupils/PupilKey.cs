using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Pupils;

/// <summary>What a school's exports know a pupil by. The same pupil has the same key in a transfer file, an attendance file and canonical JSON that gives the UPN alone.</summary>
internal static class PupilKey
{
    public const string Required = "is required, or a name and a date of birth";

    private const int Longest = 60;

    /// <summary>The UPN, else the school's own number, else name and birth date, else a UPN with a wrong check letter; null when there is none of these.</summary>
    public static string? Of(IdentityPart identity) =>
        (Number(identity, IdentifierSystem.Upn, sound: true)
        ?? Number(identity, IdentifierSystem.Local, sound: true)
        ?? NameAndBirth(identity)
        ?? Number(identity, IdentifierSystem.Upn, sound: false)) is { } key
            ? Bounded(key)
            : null;

    private static string? Number(IdentityPart identity, IdentifierSystem system, bool sound) =>
        identity.Identifiers.FirstOrDefault(i => i.System == system && (!sound || i.Status is not IdentifierStatus.CheckFailed)) is { } number
            ? $"{system}:{number.Value}"
            : null;

    private static string? NameAndBirth(IdentityPart identity)
    {
        if (identity is not { Names: [var name, ..], DateOfBirth: { } born })
            return null;
        var words = string.Join(' ', [.. name.Given, name.Family ?? ""]).Trim().ToUpperInvariant();
        return words.Length == 0 ? null : $"name:{words}:{born.ToString("O", CultureInfo.InvariantCulture)}";
    }

    /// <summary>A long key is replaced by a digest, so that different keys stay different and record keys fit their limit.</summary>
    private static string Bounded(string key) =>
        key.Length <= Longest ? key : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..48]}";
}
