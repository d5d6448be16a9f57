using System.Text;
using System.Text.Unicode;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Tables;

/// <summary>In which encoding a table is written, which nothing in it says.</summary>
internal static class TableEncoding
{
    /// <summary>UTF-16 by its mark or its zeros, UTF-8 where it is valid, or else what Windows programs write. Null: by its byte order mark, or UTF-8.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => null,
        [0, not 0, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, ..] => Encoding.Unicode,
        _ => Utf8.IsValid(content) ? null : OlderEncodings.Western,
    };
}
