using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads what follows <c>action</c>, up to the semicolon.</summary>
internal static class ActionParser
{
    /// <summary>Adds one declaration for each name. False, with an error, where there is none.</summary>
    public static bool Read(Cursor cursor, string? @namespace, List<ActionDeclaration> declared)
    {
        var place = cursor.Place();
        if (SchemaNameParser.Separated(cursor, Name) is not { } names)
            return false;

        List<ActionReference>? parents = [];
        if (cursor.TakeIfWord("in") && (parents = Parents(cursor)) is null)
            return false;

        var appliesTo = AppliesTo.Nothing(place);
        if (cursor.TakeIfWord("appliesTo") && (appliesTo = AppliesToParser.Read(cursor)) is null)
            return false;
        if (cursor.TakeIfWord("attributes") && (!cursor.Require("{") || !cursor.Require("}")))
            return false;

        declared.AddRange(names.Select(name => new ActionDeclaration(@namespace, name.Name, parents, appliesTo, name.Place)));
        return true;
    }

    private static NameReference? Name(Cursor cursor)
    {
        var place = cursor.Place();
        return SchemaNameParser.IdentifierOrString(cursor) is { } name ? new(name, place) : null;
    }

    private static List<ActionReference>? Parents(Cursor cursor)
    {
        if (!cursor.TakeIf("["))
            return Parent(cursor) is { } only ? [only] : null;
        return SchemaNameParser.Separated(cursor, Parent) is { } several && cursor.Require("]") ? several : null;
    }

    /// <summary><c>name</c>, <c>"name"</c> or <c>Namespace::Action::"name"</c></summary>
    private static ActionReference? Parent(Cursor cursor)
    {
        var place = cursor.Place();
        if (cursor.Current.Kind == TokenKind.String)
            return Names.String(cursor) is { } id ? new(null, id, place) : null;
        if (SchemaNameParser.Path(cursor) is not { } path)
            return null;
        if (cursor.TakeIf("::"))
            return Names.String(cursor) is { } id ? new(path, id, place) : null;
        if (!SchemaNames.IsQualified(path))
            return new(null, path, place);
        cursor.Fail($"expected `::` and the action's name in quotes, found {cursor.Current.Described}");
        return null;
    }
}
