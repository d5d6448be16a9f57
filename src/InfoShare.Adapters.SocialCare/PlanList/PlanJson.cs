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
        if (Text(list, "format") is not Marker)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("format", $"must be {Marker}");
        if (Text(list, "formatVersion")?.StartsWith("1.", StringComparison.Ordinal) is not true)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("formatVersion", "must be a version 1, such as 1.0");
        if (!list.TryGetProperty("plans", out var plans) || plans.ValueKind is not JsonValueKind.Array || plans.GetArrayLength() > CsvLimits.Rows)
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
            if (PlanColumns.All.Named(field.Name) is { } column && Text(field.Value) is { Length: > 0 } text)
                values.TryAdd(column, text);
        }

        return new(number, $"plan {number}", values);
    }

    private static string? Text(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>A list of names is one text.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Words(value)?.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(Words)).Trim(),
        _ => null,
    };

    private static string? Words(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair can be written in JSON, and is no text.
            return "\uFFFD";
        }
    }
}
