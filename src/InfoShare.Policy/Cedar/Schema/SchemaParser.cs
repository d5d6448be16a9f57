using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads namespaces and what they declare. After a mistake it goes on behind the next semicolon.</summary>
internal sealed class SchemaParser(Cursor cursor)
{
    /// <summary>More errors than somebody reads are not looked for.</summary>
    private const int MostErrors = 100;

    private readonly List<CommonTypeDeclaration> commonTypes = [];
    private readonly List<EntityTypeDeclaration> entityTypes = [];
    private readonly List<ActionDeclaration> actions = [];
    private readonly HashSet<string> namespaces = [];

    public Declarations Read()
    {
        while (!cursor.AtEnd && cursor.Errors.Count < MostErrors)
        {
            if (!SchemaNameParser.SkipAnnotations(cursor) || !(cursor.Current.IsWord("namespace") ? Namespace() : Declaration(null)))
                cursor.SkipBehind(";");
        }

        return new(commonTypes, entityTypes, actions);
    }

    private bool Namespace()
    {
        cursor.Take();
        var at = cursor.Current.Span;
        if (SchemaNameParser.Path(cursor) is not { } name || !cursor.Require("{"))
            return false;
        if (SchemaNames.IsCedars(name))
            cursor.Fail(at, $"a namespace cannot be called `{name}`: `{SchemaNames.Cedar}` is reserved");
        if (!namespaces.Add(name))
            cursor.Fail(at, $"the namespace `{name}` is there twice");
        while (!cursor.AtEnd && !cursor.Current.Is("}") && cursor.Errors.Count < MostErrors)
        {
            if (!SchemaNameParser.SkipAnnotations(cursor) || !Declaration(name))
                cursor.SkipBehind(";");
        }

        return cursor.Require("}");
    }

    private bool Declaration(string? @namespace)
    {
        if (cursor.TakeIfWord("entity"))
            return EntityTypeParser.Read(cursor, @namespace, entityTypes) && cursor.Require(";");
        if (cursor.TakeIfWord("action"))
            return ActionParser.Read(cursor, @namespace, actions) && cursor.Require(";");
        if (cursor.TakeIfWord("type"))
            return CommonType(@namespace) && cursor.Require(";");
        return cursor.Fail($"expected {(@namespace is null ? "`namespace`, " : "")}`entity`, `action` or `type`, found {cursor.Current.Described}");
    }

    private bool CommonType(string? @namespace)
    {
        var place = cursor.Place();
        if (SchemaNameParser.Identifier(cursor) is not { } name || !cursor.Require("=") || new TypeParser(cursor).Read() is not { } type)
            return false;
        commonTypes.Add(new(@namespace, name, type, place));
        return true;
    }
}
