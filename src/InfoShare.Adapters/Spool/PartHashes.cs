using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Spool;

/// <summary>A keyed hash per part, kept as <c>Identity=…;Incident=…</c>, so that an amendment can name the parts it changed after the original is gone.</summary>
internal static class PartHashes
{
    public static string Of(MessageParts? parts, AdapterIds ids) => parts is null
        ? ""
        : string.Join(';', parts.Present().Select(name => $"{name}={ids.Content(WireWriter.WriteData(parts[name]!))}"));

    /// <summary>The parts that were added, removed or altered.</summary>
    public static IReadOnlyList<PartName> Changed(string before, string after)
    {
        var (old, now) = (Read(before), Read(after));
        return [.. Enum.GetValues<PartName>().Where(name => old.GetValueOrDefault(name.ToString()) != now.GetValueOrDefault(name.ToString()))];
    }

    private static Dictionary<string, string> Read(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1]);
}
