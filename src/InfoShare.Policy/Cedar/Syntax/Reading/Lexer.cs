namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Splits policy or schema text into tokens.</summary>
internal sealed class Lexer(string text)
{
    /// <summary>The longer signs first, so that the first that fits is the one.</summary>
    private static readonly string[] Signs =
        ["::", "==", "!=", "<=", ">=", "||", "&&", "@", ".", ",", ";", ":", "(", ")", "{", "}", "[", "]", "<", ">", "+", "-", "*", "/", "%", "!", "=", "?"];

    private readonly List<Token> tokens = [];
    private int at;
    private int line = 1;
    private int lineStart;

    /// <summary>The tokens, the last being <see cref="TokenKind.End"/>; or the first thing that is none.</summary>
    public static (IReadOnlyList<Token> Tokens, SyntaxError? Error) Read(string text)
    {
        var lexer = new Lexer(text);
        var error = lexer.ReadAll();
        return (lexer.tokens, error);
    }

    private SyntaxError? ReadAll()
    {
        while (true)
        {
            SkipSpaceAndComments();
            if (at == text.Length)
            {
                Add(TokenKind.End, "", 0);
                return null;
            }

            if (ReadOne() is { } error)
                return error;
        }
    }

    private SyntaxError? ReadOne()
    {
        var first = text[at];
        if (IsWordStart(first))
            AddRun(TokenKind.Word, at + 1, IsWordPart);
        else if (char.IsAsciiDigit(first))
            AddRun(TokenKind.Number, at + 1, char.IsAsciiDigit);
        else if (first == '?' && at + 1 < text.Length && IsWordStart(text[at + 1]))
            AddRun(TokenKind.Slot, at + 2, IsWordPart);
        else if (first == '"')
            return ReadString();
        else if (Array.Find(Signs, sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) is { } found)
            Add(TokenKind.Sign, found, found.Length);
        else
            return Error($"`{(char.IsSurrogatePair(text, at) ? text.Substring(at, 2) : first)}` has no meaning here");
        return null;
    }

    private SyntaxError? ReadString()
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '"')
        {
            // Cedar has no escaped line end.
            if (text[end] == '\\' && end + 1 < text.Length && text[end + 1] == '\n')
                return Error("a string cannot have a backslash at the end of a line");
            end += text[end] == '\\' ? 2 : 1;
        }

        if (end >= text.Length)
            return Error("this string has no closing quote");
        Add(TokenKind.String, text[(at + 1)..end], end + 1 - at);
        return null;
    }

    private void AddRun(TokenKind kind, int end, Func<char, bool> belongs)
    {
        while (end < text.Length && belongs(text[end]))
            end++;
        Add(kind, text[at..end], end - at);
    }

    private void Add(TokenKind kind, string value, int length)
    {
        tokens.Add(new(kind, value, at, new(line, at - lineStart + 1, length)));
        for (var end = at + length; at < end; at++)
            CountLine();
    }

    private void SkipSpaceAndComments()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                CountLine();
                at++;
            }
            else if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            {
                while (at < text.Length && text[at] is not ('\n' or '\r'))
                    at++;
            }
            else
            {
                return;
            }
        }
    }

    private void CountLine()
    {
        if (text[at] != '\n')
            return;
        line++;
        lineStart = at + 1;
    }

    private SyntaxError Error(string message) => new(line, at - lineStart + 1, message);

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
