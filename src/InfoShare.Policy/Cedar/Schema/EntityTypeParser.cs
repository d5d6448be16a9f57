using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads what follows <c>entity</c>, up to the semicolon.</summary>
internal static class EntityTypeParser
{
    /// <summary>Adds one declaration for each name. False, with an error, where there is none.</summary>
    public static bool Read(Cursor cursor, string? @namespace, List<EntityTypeDeclaration> declared)
    {
        var place = cursor.Place();
        if (SchemaNameParser.Separated(cursor, Name) is not { } names)
            return false;
        if ((cursor.TakeIfWord("enum") ? Enumerated(cursor, place) : Standard(cursor, place)) is not { } body)
            return false;
        declared.AddRange(names.Select(name => new EntityTypeDeclaration(@namespace, name.Name, body, name.Place)));
        return true;
    }

    private static NameReference? Name(Cursor cursor)
    {
        var place = cursor.Place();
        return SchemaNameParser.Identifier(cursor) is { } name ? new(name, place) : null;
    }

    private static EntityTypeBody? Enumerated(Cursor cursor, Place place) =>
        cursor.Require("[") && SchemaNameParser.Separated(cursor, Names.String) is { } choices && cursor.Require("]")
            ? EntityTypeBody.Enumerated(choices, place)
            : null;

    private static EntityTypeBody? Standard(Cursor cursor, Place place)
    {
        List<NameReference>? parents = [];
        if (cursor.TakeIfWord("in") && (parents = SchemaNameParser.References(cursor)) is null)
            return null;

        TypeExpression? shape = new TypeExpression.Record([], place);
        if ((cursor.TakeIf("=") || cursor.Current.Is("{")) && (shape = new TypeParser(cursor).Record()) is null)
            return null;

        TypeExpression? tags = null;
        if (cursor.TakeIfWord("tags") && (tags = new TypeParser(cursor).Read()) is null)
            return null;
        return new(parents, shape, tags, null);
    }
}
