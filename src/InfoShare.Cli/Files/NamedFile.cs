namespace InfoShare.Cli.Files;

/// <summary>A file that somebody named: its bytes, or one line that says why there are none.</summary>
public sealed record NamedFile(ReadOnlyMemory<byte>? Content, string? Problem)
{
    /// <summary>Reads a file up to a limit.</summary>
    public static async Task<NamedFile> ReadAsync(string path, int mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            // What has no length, such as a pipe, may be as long as the limit.
            var bytes = new byte[(file.CanSeek ? Math.Min(file.Length, mostBytes) : mostBytes) + 1];
            var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return length > mostBytes
                ? Bad(path, $"must not be larger than {mostBytes / 1024} KiB")
                : new(bytes.AsMemory(0, length), null);
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
