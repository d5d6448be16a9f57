using System.Text.RegularExpressions;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Tells a census by its first bytes, without parsing them.</summary>
internal static partial class CinStart
{
    /// <summary>Whether the root element seems to be <c>Message</c>, with or without a prefix.</summary>
    public static bool LooksLikeMessage(ReadOnlySpan<byte> start) => FileStart.Text(start) is ['<', ..] text && RootIsMessage().IsMatch(text);

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?Message[\s>/]", RegexOptions.NonBacktracking)]
    private static partial Regex RootIsMessage();
}
