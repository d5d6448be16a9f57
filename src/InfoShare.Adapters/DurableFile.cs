using System.Runtime.InteropServices;
using System.Text.Json;
using InfoShare.Contracts.Wire;
using Microsoft.Win32.SafeHandles;

namespace InfoShare.Adapters;

/// <summary>Writes files that are whole and on disk before they can be seen.</summary>
internal static partial class DurableFile
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    /// <summary>Writes the bytes and waits until they are on disk. The file may be half written if this fails.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Waits until the names in a folder are on disk, too: for what somebody else forgets once it is here.</summary>
    /// <exception cref="IOException">It does not work.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // Its file system notes a new name before the call returns.
        using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        if (handle.IsInvalid)
            throw new IOException($"a folder cannot be opened: error {Marshal.GetLastPInvokeError()}");
        RandomAccess.FlushToDisk(handle);
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

    /// <summary>.NET opens no folders.</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
