using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Adapters.Mesh;

/// <summary>Proves to the exchange that the mailbox is ours, without telling the password: another token for each call.</summary>
internal static class MeshAuthorization
{
    /// <summary>Of the <c>Authorization</c> header.</summary>
    public const string Scheme = "NHSMESH";

    /// <summary><c>mailbox:nonce:count:yyyyMMddHHmm:hash</c>.</summary>
    /// <param name="nonce">Never used before.</param>
    public static string Token(MeshSettings settings, string nonce, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var text = $"{settings.Mailbox}:{nonce}:0:{Encoding.ASCII.GetString(settings.Password.Bytes)}:{time}";
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(settings.SharedKey.Bytes, Encoding.ASCII.GetBytes(text)));
        return $"{settings.Mailbox}:{nonce}:0:{time}:{hash}";
    }
}
