using System.Text;

namespace InfoShare.Cli.Files;

/// <summary>A text file that somebody named: its text, or one line that says why there is none.</summary>
public sealed record TextFile(string? Text, string? Problem)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a UTF-8 file, with or without a byte order mark.</summary>
    public static async Task<TextFile> ReadAsync(string path, int mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var bytes = new byte[mostBytes + 1];
            var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return length > mostBytes
                ? Bad(path, $"must not be larger than {mostBytes / 1024} KiB")
                : new(Strict.GetString(bytes, 0, length).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException)
        {
            return Bad(path, "must be encoded as UTF-8");
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

    private static TextFile Bad(string path, string problem) => new(null, $"{path}: {problem}");
}
