using System.Globalization;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>Reads addresses strictly: the base library also takes scopes, octal and missing parts.</summary>
internal static class IpAddressText
{
    /// <summary>Four decimal numbers to 255 without leading zeros.</summary>
    public static UInt128? V4(string text)
    {
        var parts = text.Split('.', 5);
        if (parts.Length != 4)
            return null;
        uint bits = 0;
        foreach (var part in parts)
        {
            if (part.Length > 3 || !Digits.Are(part) || (part.Length > 1 && part[0] == '0') || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
                return null;
            bits = (bits << 8) | octet;
        }

        return bits;
    }

    /// <summary>Eight groups of one to four hexadecimal digits, or fewer with one <c>::</c> for one or more groups of zeros.</summary>
    public static UInt128? V6(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return Groups(text) is { Count: 8 } all ? Join(all) : null;
        if (Groups(text[..gap]) is not { } head || Groups(text[(gap + 2)..]) is not { } tail || head.Count + tail.Count > 7)
            return null;
        return Join([.. head, .. Enumerable.Repeat((ushort)0, 8 - head.Count - tail.Count), .. tail]);
    }

    private static List<ushort>? Groups(string text)
    {
        var groups = new List<ushort>();
        if (text.Length == 0)
            return groups;
        foreach (var digits in text.Split(':', 9))
        {
            if (digits.Length > 4 || !Digits.AreHexadecimal(digits) || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group))
                return null;
            groups.Add(group);
        }

        return groups;
    }

    private static UInt128 Join(List<ushort> groups) => groups.Aggregate(UInt128.Zero, (bits, group) => (bits << 16) | group);
}
