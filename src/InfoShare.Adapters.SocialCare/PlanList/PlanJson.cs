using System.Text.Json;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>The plan list in JSON: an object that names the format and holds <c>plans</c>, each with the fields of a row.</summary>
internal static class PlanJson
{
    private const string Marker = "infoshare.social-care.plan-list";

    private static ReadOnlySpan<byte> QuotedMarker => "\"infoshare.social-care.plan-list\""u8;

    public static bool Is(ReadOnlySpan<byte> start) => start.IndexOf(QuotedMarker) >= 0;

    /// <summary>Its plans as rows, or why it cannot be read.</summary>
    public static ReadResult<IReadOnlyList<CsvRow>> Read(ReadOnlyMemory<byte> content)
    {
        var (objects, problem) = JsonFile.Cut(content);
        if (problem is not null)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>(problem);
        if (objects is not [{ } bytes])
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("", "must be one object that names the format and holds plans");

        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        var list = document.RootElement;
        if (Field(list, "format") is not { } format || Text(format) is not Marker)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("format", $"must be {Marker}");
        if (Field(list, "formatVersion") is not { } version || Text(version)?.StartsWith("1.", StringComparison.Ordinal) is not true)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("formatVersion", "must be a version 1, such as 1.0");
        if (Field(list, "plans") is not { ValueKind: JsonValueKind.Array } plans || plans.GetArrayLength() > CsvLimits.Rows)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("plans", $"must be a list of at most {CsvLimits.Rows} plans");
        return ReadResult.Ok<IReadOnlyList<CsvRow>>([.. plans.EnumerateArray().Select((plan, i) => Row(plan, i + 1))]);
    }

    private static CsvRow Row(JsonElement plan, int number)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (plan.ValueKind is not JsonValueKind.Object)
            return new(number, $"plan {number}", values, "must be an object");
        foreach (var field in plan.EnumerateObject())
        {
            if (PlanColumns.All.Named(JsonText.Of(field)) is { } column && Text(field.Value) is { Length: > 0 } text)
                values.TryAdd(column, text);
        }

        return new(number, $"plan {number}", values);
    }

    private static JsonElement? Field(JsonElement holder, string name) =>
        holder.EnumerateObject().Where(field => JsonText.Of(field) == name).Select(field => (JsonElement?)field.Value).FirstOrDefault();

    /// <summary>A list of names is one text.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value).Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(JsonText.Of)).Trim(),
        _ => null,
    };
}
