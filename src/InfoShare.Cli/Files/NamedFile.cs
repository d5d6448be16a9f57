using System.Buffers;

namespace InfoShare.Cli.Files;

/// <summary>A file that somebody named: what it holds, or one line that says why it cannot be read.</summary>
internal sealed record NamedFile(ReadOnlyMemory<byte>? Content, string? Problem)
{
    /// <param name="path">Its path.</param>
    /// <param name="mostBytes">A larger one is not read.</param>
    public static async Task<NamedFile> ReadAsync(string path, int mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            // Not by the length that it says: a pipe has none. Most are far smaller than they may be.
            using var bytes = MemoryPool<byte>.Shared.Rent(mostBytes + 1);
            var length = await file.ReadAtLeastAsync(bytes.Memory[..(mostBytes + 1)], mostBytes + 1, throwOnEndOfStream: false, cancellationToken);
            return length > mostBytes ? Bad(path, $"must not be larger than {mostBytes / 1024} KiB") : new(bytes.Memory[..length].ToArray(), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Bad(path, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Bad(path, "cannot be read");
        }
    }

    private static NamedFile Bad(string path, string problem) => new(null, $"{path}: {problem}");
}
