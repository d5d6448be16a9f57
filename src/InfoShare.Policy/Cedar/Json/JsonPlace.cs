using System.Runtime.CompilerServices;
using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>A value in a JSON document, and where it stands. What is not as expected becomes an error.</summary>
internal sealed class JsonPlace
{
    private readonly JsonElement element;
    private readonly JsonPlace? parent;
    private readonly string step;
    private readonly List<SyntaxError> errors;

    public JsonPlace(JsonElement element, List<SyntaxError> errors) : this(element, null, "", errors) { }

    private JsonPlace(JsonElement element, JsonPlace? parent, string step, List<SyntaxError> errors)
    {
        this.element = element;
        this.parent = parent;
        this.step = step;
        this.errors = errors;
    }

    public JsonValueKind Kind => element.ValueKind;

    /// <summary>The JSON of it, as it is written in the document.</summary>
    public string Raw => element.GetRawText();

    /// <summary>Remembers what is wrong here.</summary>
    /// <returns>Always false.</returns>
    public bool Fail(string message)
    {
        errors.Add(new(0, 0, $"at `{Path()}`: {message}"));
        return false;
    }

    /// <summary>Whether the stack bears reading what lies inside; where not, that is an error.</summary>
    public bool HasRoom() => RuntimeHelpers.TryEnsureSufficientExecutionStack() || Fail("this is nested too deep");

    /// <summary>A field of an object; null where it is absent.</summary>
    public JsonPlace? Field(string name) =>
        Kind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? At(value, name) : null;

    /// <summary>A field that must be there.</summary>
    public JsonPlace? Required(string name)
    {
        if (Field(name) is { } field)
            return field;
        Fail($"expected the field `{name}`");
        return null;
    }

    /// <summary>Whether it is an object that has no fields but these.</summary>
    public bool IsObject(params ReadOnlySpan<string> fields)
    {
        if (Kind != JsonValueKind.Object)
            return Fail($"expected an object, found {Found}");
        foreach (var field in element.EnumerateObject())
            if (!fields.Contains(field.Name))
                return Fail($"the field `{field.Name}` has no meaning here");
        return true;
    }

    /// <summary>The fields of an object in its order, whatever their names.</summary>
    public IReadOnlyList<(string Name, JsonPlace Value)> Fields()
    {
        if (Kind == JsonValueKind.Object)
            return [.. element.EnumerateObject().Select(field => (field.Name, At(field.Value, field.Name)))];
        Fail($"expected an object, found {Found}");
        return [];
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonPlace> Items()
    {
        if (Kind == JsonValueKind.Array)
            return [.. element.EnumerateArray().Select((item, index) => At(item, $"{index}"))];
        Fail($"expected a list, found {Found}");
        return [];
    }

    public string? Text()
    {
        if (Kind == JsonValueKind.String)
            return element.GetString();
        Fail($"expected a string, found {Found}");
        return null;
    }

    public bool? Boolean()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        Fail($"expected a boolean, found {Found}");
        return null;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public long? Number()
    {
        if (Kind == JsonValueKind.Number && element.TryGetInt64(out var number))
            return number;
        Fail(Kind == JsonValueKind.Number ? $"expected a whole number of 64 bits, found {element.GetRawText()}" : $"expected a number, found {Found}");
        return null;
    }

    public string Found => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    /// <summary>The names and indexes that lead to it, each behind a slash.</summary>
    public string Path()
    {
        var steps = new Stack<string>();
        for (var at = this; at.parent is not null; at = at.parent)
            steps.Push(at.step);
        return $"/{string.Join('/', steps)}";
    }

    private JsonPlace At(JsonElement value, string name) => new(value, this, name, errors);
}
