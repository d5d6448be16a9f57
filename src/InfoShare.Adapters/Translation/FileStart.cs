using System.Text;

namespace InfoShare.Adapters.Translation;

/// <summary>The first characters of a file: enough to tell what it is without parsing it.</summary>
public static class FileStart
{
    /// <summary>Bytes that are enough.</summary>
    public const int Bytes = 4096;

    /// <summary>Without a byte order mark and leading space. UTF-16 is known by its mark or its zeros; anything else is taken for UTF-8.</summary>
    public static string Text(ReadOnlySpan<byte> content) =>
        EncodingOf(content).GetString(content[..Math.Min(content.Length, Bytes)]).TrimStart('\uFEFF').TrimStart();

    private static Encoding EncodingOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };
}
