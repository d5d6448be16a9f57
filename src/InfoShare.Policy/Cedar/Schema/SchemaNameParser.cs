using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads names, lists of names, and annotations. Each gives null or false, with an error, where there is none.</summary>
internal static class SchemaNameParser
{
    /// <summary>The place of the token that comes next.</summary>
    public static Place Place(this Cursor cursor) => new(cursor.Current.Span.Line, cursor.Current.Span.Column);

    public static string? Identifier(Cursor cursor)
    {
        if (cursor.Current.Kind == TokenKind.Word && cursor.Current.Text == SchemaNames.Cedar)
            return cursor.Take().Text;
        return Names.Identifier(cursor);
    }

    /// <summary>Stops before a <c>::</c> that no word follows.</summary>
    public static string? Path(Cursor cursor)
    {
        var path = Identifier(cursor);
        while (path is not null && cursor.Current.Is("::") && cursor.Following.Kind == TokenKind.Word)
        {
            cursor.Take();
            path = Identifier(cursor) is { } next ? $"{path}::{next}" : null;
        }

        return path;
    }

    /// <summary>An identifier or a string: what attributes and actions are called.</summary>
    public static string? IdentifierOrString(Cursor cursor) =>
        cursor.Current.Kind == TokenKind.String ? Names.String(cursor) : Identifier(cursor);

    public static NameReference? Reference(Cursor cursor)
    {
        var place = cursor.Place();
        return Path(cursor) is { } path ? new(path, place) : null;
    }

    /// <summary>One type, or any number in brackets.</summary>
    public static List<NameReference>? References(Cursor cursor)
    {
        if (!cursor.TakeIf("["))
            return Reference(cursor) is { } only ? [only] : null;
        if (cursor.TakeIf("]"))
            return [];
        return Separated(cursor, Reference) is { } several && cursor.Require("]") ? several : null;
    }

    /// <summary>At least one, with commas between them.</summary>
    public static List<T>? Separated<T>(Cursor cursor, Func<Cursor, T?> read) where T : class
    {
        var items = new List<T>();
        do
        {
            if (read(cursor) is not { } item)
                return null;
            items.Add(item);
        }
        while (cursor.TakeIf(","));
        return items;
    }

    /// <summary>Takes the comma behind an item, which may also stand behind the last one.</summary>
    public static bool CommaOrClose(Cursor cursor) =>
        cursor.TakeIf(",") || cursor.Current.Is("}") || cursor.Fail($"expected `,` or `}}`, found {cursor.Current.Described}");

    /// <summary>Annotations of a schema are for its readers: they mean nothing here.</summary>
    public static bool SkipAnnotations(Cursor cursor)
    {
        var names = new HashSet<string>();
        while (cursor.TakeIf("@"))
        {
            var name = cursor.Take();
            if (name.Kind != TokenKind.Word)
                return cursor.Fail(name.Span, $"expected the annotation's name, found {name.Described}");
            if (!names.Add(name.Text))
                cursor.Fail(name.Span, $"the annotation `@{name.Text}` is there twice");
            if (cursor.TakeIf("(") && (Names.String(cursor) is null || !cursor.Require(")")))
                return false;
        }

        return true;
    }
}
