using System.Security.Cryptography;
using InfoShare.Broker.Files;

namespace InfoShare.Broker.Provisioning;

/// <summary>The key from which the names are made: one file of 32 random bytes. Routing and provisioning need it, participants do not.</summary>
public static class NamesKey
{
    private const int KeyBytes = 32;

    /// <summary>The key in this file; null when there is no such file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new InvalidDataException($"{path} is damaged: it must hold {KeyBytes} bytes; put it back from a backup");
    }

    /// <summary>A new key, which is nowhere yet.</summary>
    public static byte[] Make() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>Keeps a new key.</summary>
    public static void Keep(string path, byte[] key) => WholeFile.WritePrivate(path, key);
}
