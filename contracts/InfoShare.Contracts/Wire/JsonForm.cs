using System.Text.Json;

namespace InfoShare.Contracts.Wire;

/// <summary>
/// Looks at the bytes before any record is made of them: well-formed, not too deep, no name twice, no broken characters.
/// Walks without recursion, so hostile nesting costs nothing.
/// </summary>
internal static class JsonForm
{
    private const string NotWhole = "must not hold half of a surrogate pair (\\uD800 to \\uDFFF)";

    /// <summary>What is wrong with the form, and where; null when nothing is.</summary>
    public static FieldProblem? ProblemOf(ReadOnlySpan<byte> utf8, Type root, string prefix)
    {
        var place = new JsonPlace(prefix, KnownNames.Of(root));
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MessageLimits.Depth + 1 });
        try
        {
            while (reader.Read())
            {
                if (Step(ref reader, place) is { } problem)
                    return new(place.ToString(), problem);
            }

            return null;
        }
        catch (JsonException e)
        {
            return new(place.ToString(), $"must be well-formed JSON (line {(e.LineNumber ?? 0) + 1})");
        }
    }

    private static string? Step(ref Utf8JsonReader reader, JsonPlace place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                place.Leave();
                return null;
            case JsonTokenType.PropertyName:
                var name = TextOf(ref reader);
                var isNew = place.Name(name);
                return name is null ? NotWhole : isNew ? null : "must not be given twice";
        }

        place.Next();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MessageLimits.Depth:
                return $"must not be nested deeper than {MessageLimits.Depth} levels";
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                place.Enter(isList: reader.TokenType == JsonTokenType.StartArray);
                return null;
            case JsonTokenType.String when reader.ValueIsEscaped && TextOf(ref reader) is null:
                return NotWhole;
            default:
                return null;
        }
    }

    /// <summary>The text; null when its escapes do not make whole characters.</summary>
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
