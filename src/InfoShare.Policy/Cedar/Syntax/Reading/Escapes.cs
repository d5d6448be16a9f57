using System.Globalization;
using System.Text;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>The escapes of Cedar's strings and patterns.</summary>
/// <remarks>
/// Cedar documentation, "Cedar policy grammar", STR: <c>\n \r \t \\ \0 \' \" \x41 \u{1F600}</c>; in patterns <c>\*</c> too.
/// </remarks>
internal static class Escapes
{
    private const string PlainNames = "nrt\\0'\"";
    private const string PlainValues = "\n\r\t\\\0'\"";

    /// <summary>The text that a string stands for; or the first thing that is wrong with it.</summary>
    public static (string? Value, string? Problem) Text(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var problem = Read(raw, piece => text.Append(piece), () => text.Append('*'), starEscape: false);
        return problem is null ? (text.ToString(), null) : (null, problem);
    }

    /// <summary>The pattern that a string stands for; or the first thing that is wrong with it.</summary>
    public static (Pattern? Value, string? Problem) Pattern(string raw)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var problem = Read(raw, text => piece.Append(text), EndPiece, starEscape: true);
        EndPiece();
        return problem is null ? (new(pieces), null) : (null, problem);

        void EndPiece()
        {
            pieces.Add(piece.ToString());
            piece.Clear();
        }
    }

    private static string? Read(string raw, Action<string> append, Action star, bool starEscape)
    {
        for (var at = 0; at < raw.Length;)
        {
            var (value, length) = raw[at] == '\\' ? Escape(raw.AsSpan(at + 1), starEscape) : (raw[at].ToString(), 1);
            if (value is null)
                return $"`{raw.Substring(at, Math.Min(length, raw.Length - at))}` is no escape";
            if (raw[at] == '\r')
                return "a string holds a carriage return only as `\\r`";
            // An asterisk that was written as a code is a wildcard as well; only `\*` is an asterisk.
            if (value == "*" && !(raw[at] == '\\' && raw[at + 1] == '*'))
                star();
            else
                append(value);
            at += length;
        }

        return null;
    }

    private static (string? Value, int Length) Escape(ReadOnlySpan<char> rest, bool starEscape)
    {
        if (rest.Length == 0)
            return (null, 1);
        var plain = PlainNames.IndexOf(rest[0], StringComparison.Ordinal);
        if (plain >= 0)
            return (PlainValues[plain].ToString(), 2);
        return rest[0] switch
        {
            '*' when starEscape => ("*", 2),
            'x' => (Ascii(rest[1..]), 4),
            'u' => CodePoint(rest[1..]),
            _ => (null, 2),
        };
    }

    private static string? Ascii(ReadOnlySpan<char> rest) =>
        rest.Length >= 2 && Digits.AreHexadecimal(rest[..2]) && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code < 0x80
            ? ((char)code).ToString()
            : null;

    private static (string? Value, int Length) CodePoint(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf('}');
        if (close < 2 || rest[0] != '{' || rest[1] == '_')
            return (null, 2);
        var digits = rest[1..close].ToString().Replace("_", "", StringComparison.Ordinal);
        return digits.Length <= 6 && Digits.AreHexadecimal(digits) && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
            ? (new Rune(code).ToString(), close + 3)
            : (null, close + 3);
    }
}
