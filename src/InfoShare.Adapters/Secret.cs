using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Adapters;

/// <summary>What nobody may read in a log: its text form does not tell it.</summary>
public sealed class Secret(byte[] bytes)
{
    /// <summary>A word or key as text.</summary>
    public static Secret Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>As bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Whether somebody knows it; takes as long for a wrong word as for a right one, whatever its length.</summary>
    public bool Is(string word) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes), SHA256.HashData(Encoding.UTF8.GetBytes(word)));

    public override string ToString() => "(secret)";
}
