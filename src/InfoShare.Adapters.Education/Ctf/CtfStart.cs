using System.Text.RegularExpressions;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Tells a Common Transfer File by its first bytes, without parsing them.</summary>
internal static partial class CtfStart
{
    /// <summary>Whether the root element seems to be <c>CTfile</c>, in any case.</summary>
    public static bool LooksLikeCtf(ReadOnlySpan<byte> start) => FileStart.Text(start) is ['<', ..] text && RootIsCtf().IsMatch(text);

    [GeneratedRegex(@"<([A-Za-z_][\w.-]*:)?CTfile[\s>/]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RootIsCtf();
}
