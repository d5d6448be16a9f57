using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads one type.</summary>
internal sealed class TypeParser(Cursor cursor)
{
    private int depth;

    /// <summary>Null, with an error, where there is no type.</summary>
    public TypeExpression? Read()
    {
        if (++depth > TypeResolver.MostDepth)
        {
            cursor.Fail($"types cannot lie inside one another more than {TypeResolver.MostDepth} deep");
            return null;
        }

        var type = cursor.Current.Is("{") ? Record() : cursor.Current.IsWord("Set") && cursor.Following.Is("<") ? Set() : (TypeExpression?)Named();
        depth--;
        return type;
    }

    /// <summary><c>{ name: Type, "other name"?: Type }</c></summary>
    public TypeExpression.Record? Record()
    {
        var place = cursor.Place();
        if (!cursor.Require("{"))
            return null;
        var attributes = new List<AttributeDeclaration>();
        var names = new HashSet<string>();
        while (!cursor.TakeIf("}"))
        {
            var at = cursor.Current.Span;
            if (Attribute() is not { } attribute || !SchemaNameParser.CommaOrClose(cursor))
                return null;
            if (!names.Add(attribute.Name))
                cursor.Fail(at, $"the attribute `{attribute.Name}` is there twice");
            attributes.Add(attribute);
        }

        return new(attributes, place);
    }

    private AttributeDeclaration? Attribute()
    {
        if (!SchemaNameParser.SkipAnnotations(cursor) || SchemaNameParser.IdentifierOrString(cursor) is not { } name)
            return null;
        var isRequired = !cursor.TakeIf("?");
        return cursor.Require(":") && Read() is { } type ? new(name, isRequired, type) : null;
    }

    private TypeExpression.Set? Set()
    {
        var place = cursor.Place();
        cursor.Take();
        cursor.Take();
        return Read() is { } element && cursor.Require(">") ? new(element, place) : null;
    }

    private TypeExpression.Named? Named() =>
        SchemaNameParser.Reference(cursor) is { } reference ? new(reference.Name, NameKind.Either, reference.Place) : null;
}
