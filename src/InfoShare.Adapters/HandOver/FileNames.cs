using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Adapters.HandOver;

/// <summary>File names made of ids that came from outside.</summary>
internal static class FileNames
{
    private const int Longest = 100;

    /// <summary>The id where it can be a file name as it is (letters, digits, <c>-</c>, <c>_</c>), otherwise a hash of it.</summary>
    public static string Safe(string id) =>
        id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
