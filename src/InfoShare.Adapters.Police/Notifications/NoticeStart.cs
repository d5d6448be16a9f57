using System.Text.RegularExpressions;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>Tells a notification by its first bytes, without parsing them.</summary>
internal static partial class NoticeStart
{
    /// <summary>Whether the root element seems to be ours, with or without a prefix.</summary>
    public static bool IsXml(ReadOnlySpan<byte> start) => FileStart.Text(start) is ['<', ..] text && Root().IsMatch(text);

    /// <summary>Whether it is JSON that names our format, or has its two required names and is no canonical message.</summary>
    public static bool IsJson(ReadOnlySpan<byte> start) =>
        start.IndexOf("\"infoshare.police.child-notification\""u8) >= 0
        || (start.IndexOf("\"notificationId\""u8) >= 0 && start.IndexOf("\"specversion\""u8) < 0);

    /// <summary>Whether it begins as XML does.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> start) => FileStart.Text(start) is ['<', ..];

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?childNotifications?[\s>/]", RegexOptions.NonBacktracking)]
    private static partial Regex Root();
}
