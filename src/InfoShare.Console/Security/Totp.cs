using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace InfoShare.Console.Security;

/// <summary>Codes of an authenticator app. Source: RFC 6238, with SHA-1, six digits and steps of thirty seconds, which is what such apps can do.</summary>
public static class Totp
{
    private const int Seconds = 30;
    private const int Digits = 1_000_000;
    private const int KeyBytes = 20;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's own hash; what it protects is a code of thirty seconds.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of a code that is good now: this one, the one before or the one after, later than the last that was used. Null: it is not good.</summary>
    public static long? Match(byte[] key, string code, DateTimeOffset now, long lastStep)
    {
        var typed = System.Text.Encoding.ASCII.GetBytes((code ?? "").Replace(" ", "", StringComparison.Ordinal));
        for (var step = Math.Max(StepAt(now) - 1, lastStep + 1); step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.ASCII.GetBytes(Code(key, step))))
                return step;
        }

        return null;
    }
}
