using System.Text.Json;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters;

/// <summary>Writes files that are whole and on disk before they can be seen.</summary>
internal static class DurableFile
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    /// <summary>Writes the bytes and waits until they are on disk. The file may be half written if this fails.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes indented JSON under a name that begins with a dot, then gives it its own.</summary>
    public static void WriteJson<T>(string folder, string name, T value)
    {
        var aside = Path.Combine(folder, "." + name + ".tmp");
        Write(aside, Json(value));
        File.Move(aside, Path.Combine(folder, name), overwrite: true);
    }

    /// <summary>Indented JSON for people and agencies' systems.</summary>
    public static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);
}
