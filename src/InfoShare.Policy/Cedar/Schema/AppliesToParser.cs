using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads what follows <c>appliesTo</c>: each of its parts once, in any order, the context if there is one.</summary>
internal sealed class AppliesToParser
{
    private readonly Cursor cursor;
    private List<NameReference>? principals;
    private List<NameReference>? resources;
    private TypeExpression? context;

    private AppliesToParser(Cursor cursor) => this.cursor = cursor;

    /// <summary>Null, with an error, where something is missing.</summary>
    public static AppliesTo? Read(Cursor cursor) => new AppliesToParser(cursor).Read();

    private AppliesTo? Read()
    {
        var start = cursor.Current.Span;
        var place = cursor.Place();
        if (!cursor.Require("{"))
            return null;
        while (!cursor.TakeIf("}"))
        {
            if (!Part() || !SchemaNameParser.CommaOrClose(cursor))
                return null;
        }

        if (principals is not null && resources is not null)
            return new(principals, resources, context ?? new TypeExpression.Record([], place));
        cursor.Fail(start, $"expected `principal` and `resource`, found no `{(principals is null ? "principal" : "resource")}`");
        return null;
    }

    private bool Part()
    {
        var part = cursor.Take();
        if (!part.IsWord("principal") && !part.IsWord("resource") && !part.IsWord("context"))
            return cursor.Fail(part.Span, $"expected `principal`, `resource` or `context`, found {part.Described}");
        if (part.Text switch { "principal" => principals is not null, "resource" => resources is not null, _ => context is not null })
            return cursor.Fail(part.Span, $"`{part.Text}` is there twice");
        if (!cursor.Require(":"))
            return false;
        return part.Text switch
        {
            "principal" => (principals = Types(part)) is not null,
            "resource" => (resources = Types(part)) is not null,
            _ => (context = Context()) is not null,
        };
    }

    private List<NameReference>? Types(Token part)
    {
        var types = SchemaNameParser.References(cursor);
        if (types is not [])
            return types;
        cursor.Fail(part.Span, $"`{part.Text}` needs at least one type; an action without `appliesTo` is in no request");
        return null;
    }

    /// <summary>A record, or a common type that is one.</summary>
    private TypeExpression? Context()
    {
        if (cursor.Current.Is("{"))
            return new TypeParser(cursor).Record();
        return SchemaNameParser.Reference(cursor) is { } reference ? new TypeExpression.Named(reference.Name, NameKind.Common, reference.Place) : null;
    }
}
