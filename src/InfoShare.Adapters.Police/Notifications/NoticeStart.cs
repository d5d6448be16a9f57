using System.Text;
using System.Text.RegularExpressions;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>Tells a notification by its first bytes, without parsing them.</summary>
internal static partial class NoticeStart
{
    /// <summary>Whether the root element seems to be ours, with or without a prefix.</summary>
    public static bool IsXml(ReadOnlySpan<byte> start) => IsMarkup(start) && Root().IsMatch(EncodingOf(start).GetString(start));

    /// <summary>Whether it is JSON that names our format, or has its two required names and is no canonical message.</summary>
    public static bool IsJson(ReadOnlySpan<byte> start) =>
        start.IndexOf("\"infoshare.police.child-notification\""u8) >= 0
        || (start.IndexOf("\"notificationId\""u8) >= 0 && start.IndexOf("\"specversion\""u8) < 0);

    /// <summary>Whether it begins as XML does.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> start) => start switch
    {
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, (byte)'<', ..] or [(byte)'<', 0, ..] => true,
        [0xEF, 0xBB, 0xBF, ..] => start[3..].TrimStart(" \t\r\n"u8).StartsWith("<"u8),
        _ => start.TrimStart(" \t\r\n"u8).StartsWith("<"u8),
    };

    private static Encoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFE, 0xFF, ..] or [0, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [_, 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?childNotifications?[\s>/]", RegexOptions.NonBacktracking)]
    private static partial Regex Root();
}
