using System.Security.Cryptography;
using System.Text.Json;

namespace InfoShare.Directory;

/// <summary>A fingerprint of a directory's content, recorded with every decision so that it can be replayed against the same facts.</summary>
internal static class DirectoryVersion
{
    private const int Digits = 16;

    public static string Of(SharingDirectory directory)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new { directory.Participants, directory.Organisations, directory.Teams, directory.Posts, directory.SchoolYears, directory.LocalClocks });
        return Convert.ToHexStringLower(SHA256.HashData(content))[..Digits];
    }
}
