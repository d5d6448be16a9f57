using System.Collections.Concurrent;
using System.Text.Json;
using InfoShare.Contracts.Wire;

namespace InfoShare.Policy.Deciding;

/// <summary>A coded value as the wire has it.</summary>
internal static class Codes
{
    public static string Of<T>(T code) where T : struct, Enum => OfType<T>.Texts.GetOrAdd(code, static c => JsonSerializer.Serialize(c, WireJson.Options).Trim('"'));

    private static class OfType<T> where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Texts = new();
    }
}
