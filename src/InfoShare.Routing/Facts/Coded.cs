using System.Text.Json;
using InfoShare.Contracts.Wire;

namespace InfoShare.Routing.Facts;

/// <summary>Codes as the wire and the store have them: <c>conference-held</c>. Pure.</summary>
internal static class Coded
{
    public static string Word<T>(T code) where T : struct, Enum => JsonSerializer.Serialize(code, WireJson.Options).Trim('"');

    /// <summary>The code of a word that <see cref="Word"/> wrote.</summary>
    public static T Read<T>(string word) where T : struct, Enum => JsonSerializer.Deserialize<T>($"\"{word}\"", WireJson.Options);
}
