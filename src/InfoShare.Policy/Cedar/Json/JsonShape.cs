using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>What a schema says that a JSON value stands for, where JSON itself does not say it.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax": what may be written without escapes.</remarks>
internal abstract record JsonShape
{
    private JsonShape() { }

    /// <summary>What a value of a kind that functions take or give may be written as.</summary>
    public static JsonShape Of(ValueKind kind) =>
        ExtensionFunctions.All.Values.FirstOrDefault(function => function.IsConstructor && function.Result == kind) is { } constructor
            ? new Extension(constructor.Name)
            : Unknown.Instance;

    /// <summary>Nothing is said: only the escapes count.</summary>
    public sealed record Unknown : JsonShape
    {
        public static readonly Unknown Instance = new();
    }

    /// <summary>An entity: <c>{"type": …, "id": …}</c> is one, too.</summary>
    public sealed record Entity : JsonShape;

    /// <summary>A value of an extension type: a string is the argument of its function, too, and so is <c>{"fn": …, "arg": …}</c>.</summary>
    /// <param name="Function">The function that makes it of a string.</param>
    public sealed record Extension(string Function) : JsonShape;

    /// <summary>A set.</summary>
    public sealed record Set(JsonShape Element) : JsonShape;

    /// <summary>A record.</summary>
    /// <param name="Attribute">By name, also of what the record should not have.</param>
    public sealed record Record(Func<string, JsonShape> Attribute) : JsonShape;
}

/// <summary>What a schema says of the entities of a type.</summary>
/// <param name="Attributes">Of the record of their attributes.</param>
/// <param name="Tag">Of each of their tags.</param>
internal sealed record EntityShape(JsonShape Attributes, JsonShape Tag)
{
    public static readonly EntityShape Unknown = new(JsonShape.Unknown.Instance, JsonShape.Unknown.Instance);
}
