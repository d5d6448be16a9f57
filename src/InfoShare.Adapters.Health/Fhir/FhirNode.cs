using System.Text.Json;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>One element of a FHIR resource and where it stands. Tolerant: asks for what it knows and ignores the rest.</summary>
/// <param name="Element">The JSON, or what the JSON of XML would be.</param>
/// <param name="Path">As FHIRPath, such as <c>Bundle.entry[2].resource</c>; it holds only names that we asked for, so it is never personal.</param>
internal readonly record struct FhirNode(JsonElement Element, string Path)
{
    /// <summary>Items of one list that are read at the most: bounds the work on a hostile file.</summary>
    public const int MostItems = FhirBundle.MostEntries + 1;

    /// <summary>The resource type; empty when there is none. It may come last in the JSON.</summary>
    public string ResourceType => Text("resourceType") ?? "";

    /// <summary>The path of a child element, there or not.</summary>
    public string Field(string name) => $"{Path}.{name}";

    /// <summary>A child element; null when absent.</summary>
    public FhirNode? At(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new(value, Field(name))
            : null;

    /// <summary>The items of a repeating element. A single value where a list belongs is a list of one: XML does not tell them apart.</summary>
    public IEnumerable<FhirNode> Each(string name)
    {
        if (At(name) is not { } list)
            yield break;
        if (list.Element.ValueKind != JsonValueKind.Array)
        {
            yield return new(list.Element, $"{list.Path}[0]");
            yield break;
        }

        var i = 0;
        foreach (var item in list.Element.EnumerateArray().Take(MostItems))
        {
            if (item.ValueKind != JsonValueKind.Null)
                yield return new(item, $"{list.Path}[{i}]");
            i++;
        }
    }

    /// <summary>The text of a child element without outer spaces; null when absent, blank or not text.</summary>
    public string? Text(string name) => At(name)?.AsText();

    /// <summary>The text of this element without outer spaces; null when blank or not text.</summary>
    public string? AsText() =>
        Element.ValueKind == JsonValueKind.String && Element.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
