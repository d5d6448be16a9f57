using System.Globalization;
using System.Text;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Printing;

/// <summary>Text in quotes, with the escapes that it needs.</summary>
internal static class Quoted
{
    public static string Text(string text) => $"\"{Escaped(text)}\"";

    public static string Entity(EntityUid entity) => $"{entity.Type}::{Text(entity.Id)}";

    public static string Pattern(Pattern pattern) =>
        $"\"{string.Join('*', pattern.Pieces.Select(piece => Escaped(piece).Replace("*", "\\*", StringComparison.Ordinal)))}\"";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            Append(escaped, c);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, char c) => _ = c switch
    {
        '"' => escaped.Append("\\\""),
        '\\' => escaped.Append("\\\\"),
        '\n' => escaped.Append("\\n"),
        '\r' => escaped.Append("\\r"),
        '\t' => escaped.Append("\\t"),
        '\0' => escaped.Append("\\0"),
        _ when char.IsControl(c) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:x}}}"),
        _ => escaped.Append(c),
    };
}
