using System.Text;
using System.Text.RegularExpressions;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Tells a Common Transfer File by its first bytes, without parsing them.</summary>
internal static partial class CtfStart
{
    private const int Enough = 4096;

    /// <summary>Whether the root element seems to be <c>CTfile</c>, in any case.</summary>
    public static bool LooksLikeCtf(ReadOnlySpan<byte> start)
    {
        var text = EncodingOf(start).GetString(start[..Math.Min(start.Length, Enough)]).TrimStart('\uFEFF').TrimStart();
        return text.StartsWith('<') && RootIsCtf().IsMatch(text);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?CTfile[\s>/]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RootIsCtf();
}
