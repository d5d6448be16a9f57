using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoShare.Contracts.Wire;

/// <summary>
/// A point in time by RFC 3339. The framework's own converter also takes one without an offset, and then guesses the
/// offset of the machine that reads it.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const int Shortest = 20;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasSecondsAndOffset(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>2026-11-20T09:15:00Z, with a fraction or none, with Z or +00:00.</summary>
    private static bool HasSecondsAndOffset(string text) =>
        text.Length >= Shortest && text[16] == ':' && (text[^1] == 'Z' || text[^6] is '+' or '-');
}
