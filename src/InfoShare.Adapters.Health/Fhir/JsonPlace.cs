using System.Collections.Frozen;
using System.Text.Json;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Where a reader stands in a JSON text. Names that are not FHIR's are not repeated: they may be personal.</summary>
internal sealed class JsonPlace(string root)
{
    private const int StepsShown = 8;

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "resourceType", "id", "meta", "type", "timestamp", "entry", "fullUrl", "resource", "contained", "identifier", "name", "given",
        "family", "birthDate", "gender", "address", "line", "postalCode", "period", "start", "end", "code", "coding", "system", "value",
        "category", "status", "subject", "reference", "author", "sender", "payload", "contentString", "extension", "focus", "source",
        "about", "patient", "text", "display", "url", "provision", "policyRule", "eventCoding", "reason", "destination");

    private readonly List<Frame> frames = [];

    /// <summary>The place as FHIRPath, its last few steps at the most.</summary>
    public string Path => root + string.Concat(frames.Take(StepsShown).Select(f => f.Step)) + (frames.Count > StepsShown ? "…" : "");

    /// <summary>How deep it is.</summary>
    public int Depth => frames.Count;

    /// <summary>Follows one token; false when it is a name that its object holds already.</summary>
    public bool Enter(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return frames[^1].Name(reader.GetString()!);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Count();
                frames.Add(new(reader.TokenType == JsonTokenType.StartArray));
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                frames.RemoveAt(frames.Count - 1);
                return true;
            default:
                Count();
                return true;
        }
    }

    private void Count()
    {
        if (frames.Count > 0)
            frames[^1].Index++;
    }

    private sealed class Frame(bool isArray)
    {
        private readonly HashSet<string> names = [];
        private string? name;

        public int Index { get; set; } = -1;

        public string Step => (isArray, name) switch
        {
            (true, _) => Index < 0 ? "" : $"[{Index}]",
            (_, null) => "",
            _ => Known.Contains(name!) ? $".{name}" : ".(unknown field)",
        };

        public bool Name(string next)
        {
            name = next;
            return names.Add(next);
        }
    }
}
