using System.Text;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>The beginning of a file: enough to tell what it is without parsing it.</summary>
public static class FileStart
{
    /// <summary>Bytes that are enough.</summary>
    public const int Bytes = 4096;

    /// <summary>Its first characters, without a byte order mark and leading space. UTF-16 is known by its mark or its zeros; anything else is taken for UTF-8.</summary>
    public static string Text(ReadOnlySpan<byte> content) =>
        EncodingOf(content).GetString(content[..Math.Min(content.Length, Bytes)]).TrimStart('\uFEFF').TrimStart();

    /// <summary>Why it can be of no format at all; null where it may be of one. What office programs and archives write is better named than misread.</summary>
    public static FieldProblem? Problem(ReadOnlySpan<byte> content) => content switch
    {
        { Length: <= Bytes } when Text(content).Length == 0 => new("", "must not be empty"),
        [(byte)'P', (byte)'K', 3, 4, ..] => new("", "must not be a ZIP archive or a workbook: hand in the files that it holds, or save the sheet as CSV"),
        [0x1F, 0x8B, ..] => new("", "must not be compressed"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new("", "must not be a workbook or document of an office program: save the sheet as CSV"),
        _ => null,
    };

    private static Encoding EncodingOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };
}
