using System.Text.Json;
using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What a JSON schema asks of its values besides what every JSON document does.</summary>
internal static class SchemaPlaces
{
    /// <summary>For what is found wrong only when names are looked up.</summary>
    public static Place Place(this JsonPlace place) => new(0, 0, place.Path());

    /// <summary>A field that is there and not null.</summary>
    public static JsonPlace? Given(this JsonPlace place, string name) =>
        place.Field(name) is { Kind: not JsonValueKind.Null } field ? field : null;

    /// <summary>A name, with or without namespaces; null, with an error, where it is none.</summary>
    public static string? Name(this JsonPlace place)
    {
        if (place.Text() is not { } text)
            return null;
        if (SchemaNames.IsName(text))
            return text;
        place.Fail($"expected a name, found `{text}`");
        return null;
    }

    /// <summary>Null, with an error, where it is neither true nor false.</summary>
    public static bool? Flag(this JsonPlace place)
    {
        if (place.Kind is JsonValueKind.True or JsonValueKind.False)
            return place.Kind == JsonValueKind.True;
        place.Fail($"expected true or false, found {place.Found}");
        return null;
    }

    /// <summary>A list of entity types.</summary>
    public static IReadOnlyList<NameReference> References(this JsonPlace list) =>
        [.. list.Items().Select(item => item.Name() is { } name ? new NameReference(name, item.Place()) : null).OfType<NameReference>()];

    /// <summary>Annotations are for the schema's readers: they mean nothing here.</summary>
    public static void CheckAnnotations(this JsonPlace place)
    {
        foreach (var (_, value) in place.Field("annotations")?.Fields() ?? [])
        {
            if (value.Kind is not (JsonValueKind.String or JsonValueKind.Null))
                value.Fail($"expected a string or null, found {value.Found}");
        }
    }
}
