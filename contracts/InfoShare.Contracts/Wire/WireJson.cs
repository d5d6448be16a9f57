using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InfoShare.Contracts.Wire;

/// <summary>How messages are written as JSON: camelCase names, kebab-case codes, nulls left out.</summary>
public static class WireJson
{
    /// <summary>
    /// Readers take unknown fields (a newer minor version may add some) but refuse a missing or null required field,
    /// a repeated name, a number as text, a code in another spelling, a time without its offset, and nesting deeper than <see cref="MessageLimits.Depth"/>.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            MaxDepth = MessageLimits.Depth,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new Words.Factory());
        options.Converters.Add(new InstantConverter());
        options.MakeReadOnly();
        return options;
    }
}
