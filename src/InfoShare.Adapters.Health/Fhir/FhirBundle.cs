using System.Text.Json;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>A message bundle: its header, its resources, and how they refer to each other.</summary>
internal sealed class FhirBundle
{
    /// <summary>Entries at the most. Bounds the work of relating resources to each other.</summary>
    public const int MostEntries = 2_000;

    private const int MostContained = 100;

    private readonly Dictionary<string, FhirNode?> byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string), FhirNode?> byIdentifier = [];

    private FhirBundle(FhirNode root, IReadOnlyList<FhirNode> resources, FhirNode header) =>
        (Root, Resources, Header) = (root, resources, header);

    /// <summary>The bundle itself.</summary>
    public FhirNode Root { get; }

    /// <summary>The resource of each entry, in order.</summary>
    public IReadOnlyList<FhirNode> Resources { get; }

    /// <summary>The MessageHeader.</summary>
    public FhirNode Header { get; }

    /// <summary>The code of the event that the message tells of; in STU3 the element is <c>event</c>.</summary>
    public string? Event => (Header.At("eventCoding") ?? Header.At("event"))?.Text("code");

    /// <summary>Resources of one type.</summary>
    public IEnumerable<FhirNode> Of(string type) => Resources.Where(r => r.ResourceType == type);

    /// <summary>Reads a message bundle, or says what keeps it from being one.</summary>
    public static (FhirBundle? Bundle, FieldProblem? Problem) Read(ReadOnlyMemory<byte> content)
    {
        var (element, fault) = FhirDocument.Parse(content, "Bundle");
        if (element is null)
            return (null, fault);

        var root = new FhirNode(element.Value, "Bundle");
        if (root.Element.ValueKind != JsonValueKind.Object || root.ResourceType != "Bundle")
            return (null, new("Bundle.resourceType", "must be Bundle"));
        if (root.Text("type") != "message")
            return (null, new("Bundle.type", "must be message"));

        var entries = root.Each("entry").Take(MostEntries + 1).ToList();
        if (entries.Count > MostEntries)
            return (null, new("Bundle.entry", $"must not have more than {MostEntries} items"));
        var resources = entries.Select(e => e.At("resource")).OfType<FhirNode>().ToList();
        if (entries.FirstOrDefault().Path is null || entries[0].At("resource") is not { ResourceType: "MessageHeader" } header)
            return (null, new("Bundle.entry[0].resource", "must be a MessageHeader"));
        var bundle = new FhirBundle(root, resources, header);
        if (bundle.Event is null && header.Text("eventUri") is null)
            return (null, new(header.Field("eventCoding.code"), "is required, or eventUri"));
        return bundle.Index(entries) is { } clash ? (null, clash) : (bundle, null);
    }

    /// <summary>
    /// The resource that a Reference of <paramref name="within"/> means: by fullUrl, <c>Type/id</c>, contained <c>#id</c>
    /// or identifier. Null when the bundle does not hold it, or holds several that it could mean.
    /// </summary>
    public FhirNode? Resolve(FhirNode? reference, FhirNode within)
    {
        if (reference is not { } link)
            return null;
        if (link.Text("reference") is { } text)
        {
            return text.StartsWith('#')
                ? within.Each("contained").Take(MostContained).Cast<FhirNode?>().FirstOrDefault(c => c!.Value.Text("id") == text[1..])
                : byReference.GetValueOrDefault(text);
        }

        return link.At("identifier") is { } id && id.Text("value") is { } value ? byIdentifier.GetValueOrDefault((id.Text("system"), value)) : null;
    }

    private FieldProblem? Index(List<FhirNode> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.At("resource") is not { } resource)
                continue;
            var url = entry.Text("fullUrl");
            if (url is not null && !byReference.TryAdd(url, resource))
                return new(entry.Field("fullUrl"), "must be used once in the bundle");
            if (Guid.TryParse(url, out _))
                Add(byReference, $"urn:uuid:{url}", resource); // NEMS leaves the scheme out of some full URLs.
            if (resource.Text("id") is { } id && $"{resource.ResourceType}/{id}" is var local && local != url)
                Add(byReference, local, resource);
            if (resource.ResourceType is "Patient" or "Organization")
                foreach (var identifier in resource.Each("identifier"))
                    if (identifier.Text("value") is { } value)
                        Add(byIdentifier, (identifier.Text("system"), value), resource);
        }

        return null;
    }

    /// <summary>A key that two resources share means neither: the wrong child is worse than none.</summary>
    private static void Add<TKey>(Dictionary<TKey, FhirNode?> index, TKey key, FhirNode resource) where TKey : notnull
    {
        if (!index.TryAdd(key, resource) && index[key]?.Path != resource.Path)
            index[key] = null;
    }
}
