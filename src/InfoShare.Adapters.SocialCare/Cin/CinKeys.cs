using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// Gives each record of a file its key. The same record has the same key in every export, whatever stands before it;
/// only records that nothing tells apart are numbered in their order. Of a key 64 bits of a hash are held: a census may be large.
/// </summary>
internal sealed class CinKeys
{
    private readonly HashSet<ulong> used = [];
    private readonly Dictionary<ulong, int> repeated = [];

    /// <summary>Of an episode by its referral, open or not, so that a closure does not renumber the next one.</summary>
    public string Referral(string child, DateOnly referred) => Numbered($"cin:{child}:{CinDay.Write(referred)}");

    /// <summary>Of a transfer to another authority.</summary>
    public string Transfer(string child, DateOnly closed) => Numbered($"cin-rc5:{child}:{CinDay.Write(closed)}");

    private string Numbered(string key)
    {
        var hash = MemoryMarshal.Read<ulong>(SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan())));
        if (used.Add(hash))
            return key;
        var count = repeated[hash] = repeated.GetValueOrDefault(hash, 1) + 1;
        return $"{key}:{count}";
    }
}
