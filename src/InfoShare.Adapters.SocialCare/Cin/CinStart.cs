using System.Text;
using System.Text.RegularExpressions;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Tells a census by its first bytes, without parsing them.</summary>
internal static partial class CinStart
{
    private const int Enough = 4096;

    /// <summary>Whether the root element seems to be <c>Message</c>, with or without a prefix.</summary>
    public static bool LooksLikeMessage(ReadOnlySpan<byte> start)
    {
        var text = EncodingOf(start).GetString(start[..Math.Min(start.Length, Enough)]).TrimStart('\uFEFF').TrimStart();
        return text.StartsWith('<') && RootIsMessage().IsMatch(text);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?Message[\s>/]", RegexOptions.NonBacktracking)]
    private static partial Regex RootIsMessage();
}
