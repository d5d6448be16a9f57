using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.PickUp;

/// <summary>What a file held at one moment, whatever is done to the file meanwhile. A large one is not held in memory but mapped from a copy.</summary>
internal sealed class FileContent : IDisposable
{
    private readonly MappedCopy? copy;

    private FileContent(ReadOnlyMemory<byte> bytes, MappedCopy? copy = null) => (Bytes, this.copy) = (bytes, copy);

    /// <summary>Not to be used after disposal.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Null when the file changed or went away meanwhile. An empty one is not opened: it may be a pipe.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostInMemory">Bytes; a larger one is copied.</param>
    /// <param name="copies">The folder of copies.</param>
    public static FileContent? Read(SettledFile file, int mostInMemory, string copies)
    {
        if (file.Length == 0)
            return new(ReadOnlyMemory<byte>.Empty);
        try
        {
            using var source = Open(file);
            var content = file.Length > mostInMemory ? OfCopy(MappedCopy.Of(source, file.Length, copies)) : InMemory(source, file.Length);
            if (file.IsAsItWas)
                return content;
            content.Dispose();
            return null;
        }
        catch (Exception e) when (e is EndOfStreamException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The first bytes, as many as are needed to see what it is; none when it went away.</summary>
    public static byte[] Start(SettledFile file)
    {
        try
        {
            using var source = Open(file);
            var start = new byte[FileStart.Bytes];
            return start[..source.ReadAtLeast(start, FileStart.Bytes, throwOnEndOfStream: false)];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    public void Dispose() => ((IDisposable?)copy)?.Dispose();

    private static FileContent InMemory(FileStream source, long length)
    {
        var content = new byte[length];
        source.ReadExactly(content);
        return new(content);
    }

    private static FileContent OfCopy(MappedCopy copy) => new(copy.Memory, copy);

    private static FileStream Open(SettledFile file) => new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
