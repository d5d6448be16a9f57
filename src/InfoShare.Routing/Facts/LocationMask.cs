using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;

namespace InfoShare.Routing.Facts;

/// <summary>Finds and masks what would tell a restricted address: known spellings in any text, and the fields that name a school, practice or team. Pure.</summary>
internal static class LocationMask
{
    /// <summary>The parts, besides the address itself, that would tell it.</summary>
    public static IReadOnlyList<PartName> PartsNaming(MessageParts parts, AddressSpellings spellings) =>
        [.. parts.Present().Where(name => name is not PartName.Address && (NamesPlace(parts, name) || Texts(parts[name]!).Any(spellings.AppearsIn)))];

    /// <summary>The parts with every location masked in the named ones.</summary>
    public static MessageParts Mask(MessageParts parts, IReadOnlyCollection<PartName> names, AddressSpellings spellings)
    {
        var json = JsonSerializer.SerializeToNode(WithoutPlaces(parts, names), WireJson.Options)!.AsObject();
        foreach (var name in names)
        {
            if (json[JsonName(name)] is { } part)
                MaskTexts(part, spellings);
        }

        return json.Deserialize<MessageParts>(WireJson.Options)!;
    }

    private static bool NamesPlace(MessageParts parts, PartName name) => name switch
    {
        PartName.Education => parts.Education?.SchoolUrn is not null,
        PartName.Medical => parts.Medical?.GpPractice is not null,
        PartName.Plan => parts.Plan?.AllocatedTeam is not null,
        PartName.Contact => parts.Contact?.Team is not null,
        _ => false,
    };

    private static MessageParts WithoutPlaces(MessageParts parts, IReadOnlyCollection<PartName> names) => parts with
    {
        Education = names.Contains(PartName.Education) ? parts.Education! with { SchoolUrn = null } : parts.Education,
        Medical = names.Contains(PartName.Medical) ? parts.Medical! with { GpPractice = null } : parts.Medical,
        Plan = names.Contains(PartName.Plan) ? parts.Plan! with { AllocatedTeam = null } : parts.Plan,
        // How to call back stays: a reader who cannot ask is a danger of its own.
        Contact = names.Contains(PartName.Contact) ? parts.Contact! with { Team = null } : parts.Contact,
    };

    private static string JsonName(PartName name) => JsonSerializer.Serialize(name, WireJson.Options).Trim('"');

    private static IEnumerable<string> Texts(object part) => Texts(JsonSerializer.SerializeToNode(part, part.GetType(), WireJson.Options));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static void MaskTexts(JsonNode node, AddressSpellings spellings)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (key, value) in o.ToList())
                {
                    if (value is JsonValue v && v.TryGetValue<string>(out var text))
                        o[key] = spellings.MaskIn(text);
                    else if (value is not null)
                        MaskTexts(value, spellings);
                }

                break;
            case JsonArray a:
                for (var i = 0; i < a.Count; i++)
                {
                    if (a[i] is JsonValue v && v.TryGetValue<string>(out var text))
                        a[i] = spellings.MaskIn(text);
                    else if (a[i] is { } item)
                        MaskTexts(item, spellings);
                }

                break;
        }
    }
}
