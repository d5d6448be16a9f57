using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Vault;

/// <summary>
/// Signs a request, so that its reader can tell that it is ours, whole and not an old one. Source: Standard Webhooks 1.0,
/// https://www.standardwebhooks.com.
/// </summary>
public static class WebhookSignature
{
    /// <summary>HMAC-SHA-256 over id, time and body, with dots between.</summary>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="at">The value of <c>webhook-timestamp</c>: Unix seconds.</param>
    public static string Of(ReadOnlySpan<byte> key, string id, long at, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at}.")));
        mac.AppendData(body);
        return "v1," + Convert.ToBase64String(mac.GetHashAndReset());
    }
}
