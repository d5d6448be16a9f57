using System.Text;

namespace InfoShare.Cli.Files;

/// <summary>A text file that somebody named: its text, or one line that says why there is none.</summary>
public sealed record TextFile(string? Text, string? Problem)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a UTF-8 file, with or without a byte order mark.</summary>
    public static async Task<TextFile> ReadAsync(string path, int mostBytes, CancellationToken cancellationToken)
    {
        var file = await NamedFile.ReadAsync(path, mostBytes, cancellationToken);
        if (file.Content is not { } content)
            return new(null, file.Problem);
        try
        {
            return new(Strict.GetString(content.Span).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException)
        {
            return new(null, $"{path}: must be encoded as UTF-8");
        }
    }
}
