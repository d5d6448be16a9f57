using System.Security.Cryptography;
using System.Text;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Whether the broker's hash is that of a password: four bytes of salt, then the hash of salt and password, in base 64.</summary>
internal static class PasswordHash
{
    private const int SaltBytes = 4;

    /// <param name="password">Null: there must be no hash.</param>
    /// <param name="hashing">What the broker calls the way of hashing; another one than its default never fits.</param>
    public static bool Fits(Password? password, string hash, string hashing)
    {
        if (password is null)
            return hash.Length == 0;
        var bytes = new byte[SaltBytes + SHA256.HashSizeInBytes];
        if (hashing != "rabbit_password_hashing_sha256" || !Convert.TryFromBase64String(hash, bytes, out var length) || length != bytes.Length)
            return false;
        byte[] salted = [.. bytes.AsSpan(0, SaltBytes), .. Encoding.UTF8.GetBytes(password.Value)];
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(salted), bytes.AsSpan(SaltBytes));
    }
}
