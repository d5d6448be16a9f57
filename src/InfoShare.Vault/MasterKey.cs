using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Vault;

/// <summary>The key that wraps record keys and yields the hash keys. One file of 32 random bytes, apart from the data.</summary>
public sealed class MasterKey
{
    private const int KeyBytes = 32;
    private readonly byte[] key;

    private MasterKey(byte[] key) => this.key = key;

    /// <summary>Reads the key, or makes one where there is none and no data yet.</summary>
    /// <param name="keysFolder">The folder of the key stores.</param>
    /// <param name="dataExists">Data without its keys must not start: a new key would hide that it can never be read again.</param>
    /// <exception cref="KeysMissingException">There is data and no key, or the key file is damaged.</exception>
    public static MasterKey Open(string keysFolder, bool dataExists)
    {
        var path = Path.Combine(keysFolder, "master.key");
        if (File.Exists(path))
        {
            var found = File.ReadAllBytes(path);
            return found.Length == KeyBytes ? new(found) : throw new KeysMissingException($"{path} is damaged: it must hold {KeyBytes} bytes");
        }

        if (dataExists)
            throw new KeysMissingException($"there is data, but its keys are not in {keysFolder}; restore them from their own backup");

        Directory.CreateDirectory(keysFolder);
        return new(Create(path));
    }

    /// <summary>Durable before first use, and never half a key: written aside, then moved.</summary>
    private static byte[] Create(string path)
    {
        var fresh = RandomNumberGenerator.GetBytes(KeyBytes);
        var aside = path + "." + Guid.NewGuid().ToString("n");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(fresh);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
            return fresh;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
            return File.ReadAllBytes(path);
        }
    }

    /// <summary>The hash for one purpose, such as <c>child-token</c>.</summary>
    public KeyedHash HashFor(string purpose) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes("hash:" + purpose)));

    internal byte[] Wrap(byte[] recordKey, long id) => Sealing.Seal(key, recordKey, id);

    internal byte[] Unwrap(byte[] wrapped, long id) => Sealing.Unseal(key, wrapped, id);
}

/// <summary>The keys of this data are not there. Starting anyway would lose the data for good.</summary>
public sealed class KeysMissingException(string message) : Exception(message);
