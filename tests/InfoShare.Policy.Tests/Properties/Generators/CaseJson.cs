using System.Globalization;
using System.Text.Json.Nodes;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Entities and requests as Cedar's JSON, every value in its explicit form.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax".</remarks>
internal static class CaseJson
{
    private static readonly long FirstWritten = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LastWritten = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static JsonArray Of(IEnumerable<Entity> entities) => [.. entities.Select(Of)];

    public static JsonObject Of(Request request) => new()
    {
        ["principal"] = Name(request.Principal),
        ["action"] = Name(request.Action),
        ["resource"] = Name(request.Resource),
        ["context"] = Of(request.Context),
    };

    private static JsonObject Of(Entity entity) => new()
    {
        ["uid"] = Name(entity.Uid),
        ["attrs"] = Of(entity.Attributes),
        ["parents"] = new JsonArray([.. entity.Parents.Select(Name)]),
        ["tags"] = Of(entity.Tags),
    };

    private static JsonObject Of(CedarRecord record) => new(record.Attributes.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)Of(a.Value))));

    private static JsonNode Of(CedarValue value) => value switch
    {
        CedarBool v => v.Value,
        CedarLong v => v.Value,
        CedarString v => v.Value,
        EntityUid v => new JsonObject { ["__entity"] = Name(v) },
        CedarSet v => new JsonArray([.. v.Elements.Select(Of)]),
        CedarRecord v => Of(v),
        CedarDecimal v => Call("decimal", $"{(v.TenThousandths < 0 ? "-" : "")}{Int128.Abs(v.TenThousandths) / 10_000}.{Int128.Abs(v.TenThousandths) % 10_000:0000}"),
        CedarIpAddress v => Call("ip", $"{(v.IsV6 ? Groups(v.Bits, 8, 16, "x", ':') : Groups(v.Bits, 4, 8, "d", '.'))}/{v.PrefixLength}"),
        CedarDateTime v => Instant(v),
        CedarDuration v => Call("duration", $"{v.Milliseconds}ms"),
        _ => throw new ArgumentException($"there is no JSON of {value.TypeName}", nameof(value)),
    };

    private static JsonObject Name(EntityUid uid) => new() { ["type"] = uid.Type, ["id"] = uid.Id };

    private static JsonObject Call(string function, JsonNode argument) =>
        new() { ["__extn"] = new JsonObject { ["fn"] = function, [argument is JsonArray ? "args" : "arg"] = argument } };

    /// <summary>The text of an instant has four digits for its year.</summary>
    private static JsonObject Instant(CedarDateTime instant) => instant.Milliseconds >= FirstWritten && instant.Milliseconds <= LastWritten
        ? Call("datetime", DateTimeOffset.FromUnixTimeMilliseconds(instant.Milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        : Call("offset", new JsonArray(Call("datetime", "1970-01-01"), Of(new CedarDuration(instant.Milliseconds))));

    private static string Groups(UInt128 bits, int count, int width, string format, char separator) =>
        string.Join(separator, Enumerable.Range(1, count).Select(i => ((uint)(bits >> ((count - i) * width)) & ((1u << width) - 1)).ToString(format, CultureInfo.InvariantCulture)));
}
