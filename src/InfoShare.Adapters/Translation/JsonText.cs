using System.Text.Json;

namespace InfoShare.Adapters.Translation;

/// <summary>Texts and names of JSON. Half a surrogate pair can be written in it and is no text; it reads as U+FFFD.</summary>
public static class JsonText
{
    private const string NoText = "\uFFFD";

    /// <summary>A text.</summary>
    public static string Of(JsonElement text) => Whole(() => text.GetString());

    /// <summary>The name of a field.</summary>
    public static string Of(JsonProperty field) => Whole(() => field.Name);

    private static string Whole(Func<string?> text)
    {
        try
        {
            return text() ?? "";
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }
    }
}
