using System.Text;

namespace InfoShare.Broker.Files;

/// <summary>Files that are never half there: written aside, then moved.</summary>
public static class WholeFile
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file that only its owner may read: keys, passwords, names. It is on disk when this returns.</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> content) => Write(path, content, OwnerAlone);

    /// <inheritdoc cref="WritePrivate(string, ReadOnlySpan{byte})"/>
    public static void WritePrivate(string path, string content) => WritePrivate(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file that everybody may read, such as a certificate. It is on disk when this returns.</summary>
    public static void WritePublic(string path, string content) =>
        Write(path, Encoding.UTF8.GetBytes(content), OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    private static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using (var file = new FileStream(aside, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
