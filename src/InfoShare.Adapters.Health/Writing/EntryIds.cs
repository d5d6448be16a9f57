using System.Security.Cryptography;
using System.Text;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>Ids of a delivery's entries: the same delivery has the same ids for ever, so a repeat is byte for byte the same.</summary>
internal sealed class EntryIds(string deliveryId)
{
    /// <summary>The full URL of an entry.</summary>
    public string Url(string entry) => $"urn:uuid:{Id(entry)}";

    /// <summary>A UUID of version 8 (RFC 9562), from the delivery's id and the entry's name.</summary>
    public string Id(string entry)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{deliveryId}\n{entry}"))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
