using System.Buffers.Binary;
using System.Security.Cryptography;

namespace InfoShare.Vault;

/// <summary>AES-256-GCM with a random nonce in front and the record's number as associated data, so that bodies cannot change places.</summary>
internal static class Sealing
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, long id)
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(NonceBytes + plain.Length), Associated(id));
        return result;
    }

    public static byte[] Unseal(byte[] key, ReadOnlySpan<byte> sealedBody, long id)
    {
        var plain = new byte[sealedBody.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBody[..NonceBytes], sealedBody[NonceBytes..^TagBytes], sealedBody[^TagBytes..], plain, Associated(id));
        return plain;
    }

    private static byte[] Associated(long id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return bytes;
    }
}
