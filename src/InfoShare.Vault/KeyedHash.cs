using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Vault;

/// <summary>HMAC-SHA-256 over texts, for ids that reveal nothing and stay the same. Each purpose has a key of its own.</summary>
public sealed class KeyedHash
{
    private const int IdBytes = 16;
    private readonly byte[] key;

    internal KeyedHash(byte[] key) => this.key = key;

    /// <summary>A hash with a random key, for tests.</summary>
    public static KeyedHash Random() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>32 hexadecimal characters (128 bits) over the texts, whose boundaries count: ("a","bc") is not ("ab","c").</summary>
    public string Of(params ReadOnlySpan<string> texts)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            mac.AppendData(length);
            mac.AppendData(bytes);
        }

        return Convert.ToHexStringLower(mac.GetHashAndReset().AsSpan(0, IdBytes));
    }
}
