using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Console.Words;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Console.Inboxes;

/// <summary>Something that is told.</summary>
public sealed record Told(string Title, IReadOnlyList<ToldLine> Lines);

/// <summary>One line of it.</summary>
/// <param name="Label">Null: the text says it all.</param>
public sealed record ToldLine(string? Label, string Text);

/// <summary>
/// What was released, in words. It goes through whatever is there, so that a field that this page has no words for is shown by its own
/// name rather than left out. Pure.
/// </summary>
public static class Telling
{
    /// <summary>Part by part.</summary>
    public static IReadOnlyList<Told> Of(MessageParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return [.. parts.Present().Select(name => Of(TellingWords.Titles[name], parts[name]!))];
    }

    /// <summary>Any record of the contracts.</summary>
    public static Told Of(string title, object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(title, [.. Lines(JsonSerializer.SerializeToNode(record, record.GetType(), WireJson.Options)!.AsObject())]);
    }

    private static IEnumerable<ToldLine> Lines(JsonObject record) => record.SelectMany(field => field.Value switch
    {
        null => [],
        JsonArray items when items.All(item => item is JsonValue) => items.Count == 0 ? [] : [new(TellingWords.Label(field.Key), string.Join(", ", items.Select(item => Say(field.Key, item!))))],
        JsonArray items => items.OfType<JsonObject>().Select(item => new ToldLine(TellingWords.Label(field.Key), Phrase(item))),
        JsonObject inner => [new(TellingWords.Label(field.Key), Phrase(inner))],
        // Left out where it is the usual: nobody needs to read that it is not unknown who lives there.
        JsonValue value when value.GetValueKind() is JsonValueKind.False && TellingWords.OnlyIfSo.Contains(field.Key) => (ToldLine[])[],
        var value => [new(TellingWords.Label(field.Key), Say(field.Key, value!))],
    });

    /// <summary>A record inside another, in one line.</summary>
    private static string Phrase(JsonObject record) => record switch
    {
        _ when record["given"] is JsonArray || record["family"] is JsonValue => NameIn(record),
        _ when record["system"] is { } system && record["value"] is { } value =>
            $"{TellingWords.Code(system.GetValue<string>())} {value}{(record["status"]?.GetValue<string>() == "check-failed" ? " (there is a mistake in it)" : "")}",
        _ => string.Join(", ", record.Where(field => field.Value is not null).Select(field => (field.Key, Text: Inner(field.Key, field.Value!))).Where(field => field.Text.Length > 0)
            .Select(field => TellingWords.Plain.Contains(field.Key) ? field.Text : $"{TellingWords.Label(field.Key)?.ToLower(CultureInfo.InvariantCulture)}: {field.Text}")),
    };

    private static string Inner(string key, JsonNode value) => value switch
    {
        JsonObject inner => Phrase(inner),
        JsonArray items => string.Join(", ", items.OfType<JsonNode>().Select(item => Inner(key, item))),
        _ => Say(key, value),
    };

    private static string NameIn(JsonObject name)
    {
        var words = string.Join(' ', [.. (name["given"] as JsonArray ?? []).Select(given => given!.GetValue<string>()), name["family"]?.GetValue<string>() ?? ""]).Trim();
        return name["use"]?.GetValue<string>() == "former" ? $"{words} (former)" : words;
    }

    private static string Say(string key, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.Number => key == "levelOfNeed" ? TellingWords.Level(value.GetValue<int>()) : value.ToString(),
        _ => Text(key, value.GetValue<string>()),
    };

    private static string Text(string key, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Words()
        : text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.Uk()
        : TellingWords.Codes.Contains(key) ? TellingWords.Code(text) : text;
}
