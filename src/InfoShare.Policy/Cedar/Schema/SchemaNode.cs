using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>A value in a JSON schema, and where it stands. What is not as expected becomes an error.</summary>
/// <param name="Path">The names and indexes that lead to it, each behind a slash.</param>
internal readonly record struct SchemaNode(JsonElement Element, string Path, List<SyntaxError> Errors)
{
    public Place Place => new(0, 0, Path.Length == 0 ? "/" : Path);

    /// <summary>Remembers what is wrong here.</summary>
    /// <returns>Always false.</returns>
    public bool Fail(string message)
    {
        Errors.Add(Place.Error(message));
        return false;
    }

    /// <summary>A field of an object; null where it is absent. A field that is null is there.</summary>
    public SchemaNode? Field(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) ? At(value, name) : null;

    /// <summary>A field that must be there.</summary>
    public SchemaNode? Required(string name)
    {
        if (Field(name) is { } field)
            return field;
        Fail($"expected the field `{name}`");
        return null;
    }

    /// <summary>Whether it is an object that has no fields but these.</summary>
    public bool IsObject(params ReadOnlySpan<string> fields)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            return Fail($"expected an object, found {Kind}");
        foreach (var field in Element.EnumerateObject())
        {
            if (!fields.Contains(field.Name))
                return Fail($"expected {(fields.Length == 0 ? "no fields" : $"only `{string.Join("`, `", fields)}`")}, found `{field.Name}`");
        }

        return true;
    }

    /// <summary>The fields of an object, whatever their names.</summary>
    public IReadOnlyList<(string Name, SchemaNode Value)> Fields()
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Fail($"expected an object, found {Kind}");
            return [];
        }

        var node = this;
        return [.. Element.EnumerateObject().Select(field => (field.Name, node.At(field.Value, field.Name)))];
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<SchemaNode> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            Fail($"expected a list, found {Kind}");
            return [];
        }

        var node = this;
        return [.. Element.EnumerateArray().Select((item, index) => node.At(item, $"{index}"))];
    }

    public string? Text()
    {
        if (Element.ValueKind == JsonValueKind.String)
            return Element.GetString();
        Fail($"expected a string, found {Kind}");
        return null;
    }

    /// <summary>Text that is a name, with or without namespaces.</summary>
    public string? Name()
    {
        if (Text() is not { } text || SchemaNames.IsName(text))
            return Element.ValueKind == JsonValueKind.String ? Element.GetString() : null;
        Fail($"expected a name, found `{text}`");
        return null;
    }

    public bool? Flag()
    {
        if (Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return Element.GetBoolean();
        Fail($"expected true or false, found {Kind}");
        return null;
    }

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    private SchemaNode At(JsonElement value, string step) => new(value, $"{Path}/{step}", Errors);

    private string Kind => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
