using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Identifiers, paths of them, and entities.</summary>
/// <remarks>Cedar documentation, "Cedar policy grammar", Path, Entity and the reserved words.</remarks>
internal static class Names
{
    private static readonly HashSet<string> Reserved = ["true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar"];

    /// <summary>Whether it can name a type, an attribute or a function.</summary>
    public static bool IsIdentifier(string text) => IsWord(text) && !Reserved.Contains(text);

    /// <summary>Whether it can name an annotation: an identifier or a reserved word.</summary>
    public static bool IsWord(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>Whether it is an identifier, or several with <c>::</c> between them and nothing else.</summary>
    public static bool IsPath(string text) => text.Split("::").All(IsIdentifier);

    /// <summary>Takes an identifier; null, with an error, where there is none.</summary>
    public static string? Identifier(Cursor cursor)
    {
        if (cursor.Current.Kind == TokenKind.Word && IsIdentifier(cursor.Current.Text))
            return cursor.Take().Text;
        cursor.Fail(cursor.Current.Kind == TokenKind.Word
            ? $"`{cursor.Current.Text}` is reserved and cannot be a name"
            : $"expected a name, found {cursor.Current.Described}");
        return null;
    }

    /// <summary>Takes a path; stops before a <c>::</c> that no word follows.</summary>
    public static string? Path(Cursor cursor)
    {
        if (Identifier(cursor) is not { } first)
            return null;
        List<string> path = [first];
        while (cursor.Current.Is("::") && cursor.Following.Kind == TokenKind.Word)
        {
            cursor.Take();
            if (Identifier(cursor) is not { } next)
                return null;
            path.Add(next);
        }

        return string.Join("::", path);
    }

    /// <summary>Takes an entity; null, with an error, where there is none.</summary>
    public static EntityUid? Entity(Cursor cursor) => Path(cursor) is { } type ? EntityOf(cursor, type) : null;

    /// <summary>Takes what follows an entity's type.</summary>
    public static EntityUid? EntityOf(Cursor cursor, string type)
    {
        if (cursor.Current.Is("::") && cursor.Following.Is("{"))
            cursor.Fail("entities cannot be written as records");
        else if (cursor.Require("::"))
            return String(cursor) is { } id ? new(type, id) : null;
        return null;
    }

    /// <summary>Takes a string; null, with an error, where there is none. A wrong escape is an error, too, but hides nothing behind it.</summary>
    public static string? String(Cursor cursor)
    {
        if (cursor.Current.Kind != TokenKind.String)
        {
            cursor.Fail($"expected a string, found {cursor.Current.Described}");
            return null;
        }

        var token = cursor.Take();
        var (value, problem) = Escapes.Text(token.Text);
        if (problem is not null)
            cursor.Fail(token.Span, problem);
        return value ?? "";
    }
}
