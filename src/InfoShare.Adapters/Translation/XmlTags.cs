using System.Runtime.InteropServices;

namespace InfoShare.Adapters.Translation;

/// <summary>Finds tags and texts that are too long, before an XML reader gathers a million attributes of one element in memory.</summary>
public static class XmlTags
{
    private const ushort Opening = '<';

    /// <summary>Whether there is a stretch without <c>&lt;</c>, which no attribute may hold, of more bytes than this.</summary>
    public static bool AnyLonger(ReadOnlySpan<byte> content, int bytes) => content switch
    {
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => AnyStretch(Units(content), (ushort)(Opening << 8), bytes / 2),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => AnyStretch(Units(content), Opening, bytes / 2),
        _ => AnyStretch(content, (byte)Opening, bytes),
    };

    private static bool AnyStretch<T>(ReadOnlySpan<T> units, T opening, int most) where T : IEquatable<T>
    {
        while (units.Length > most)
        {
            var next = units[..(most + 1)].LastIndexOf(opening);
            if (next < 0)
                return true;
            units = units[(next + 1)..];
        }

        return false;
    }

    /// <summary>UTF-16 units as this little-endian machine reads them.</summary>
    private static ReadOnlySpan<ushort> Units(ReadOnlySpan<byte> content) => MemoryMarshal.Cast<byte, ushort>(content);
}
