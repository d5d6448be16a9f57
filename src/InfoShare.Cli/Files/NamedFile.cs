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
            var bytes = new byte[mostBytes + 1];
            var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return length > mostBytes ? Bad(path, $"must not be larger than {mostBytes / 1024} KiB") : new(bytes.AsMemory(0, length), null);
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
