using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoShare.Contracts.Wire;

/// <summary>
/// The words that stand for codes on the wire: kebab-case, or as <see cref="JsonStringEnumMemberNameAttribute"/> says.
/// One spelling each: the framework's own converter also takes other cases, padding, and two words at once.
/// </summary>
public static class Words
{
    /// <summary>The words of a code list, in the order of its declaration.</summary>
    public static IReadOnlyList<string> Of(Type codes) => [.. Enum.GetNames(codes).Select(name => Of(codes, name))];

    private static string Of(Type codes, string name) =>
        codes.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    internal sealed class Factory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Converter<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values =
            Enum.GetNames<T>().ToDictionary(name => Of(typeof(T), name), Enum.Parse<T>, StringComparer.Ordinal);

        private static readonly Dictionary<T, string> Texts = Values.ToDictionary(pair => pair.Value, pair => pair.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Texts[value]);
    }
}
