using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>Files that hold other files, or what only an office program reads: never of a format of ours, and better named than misread.</summary>
public static class PackedFile
{
    /// <summary>What to hand in instead; null where it is none. Told by the first bytes.</summary>
    public static FieldProblem? Problem(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => new("", "must not be a ZIP archive or a workbook: hand in the files that it holds, or save the sheet as CSV"),
        [0x1F, 0x8B, ..] => new("", "must not be compressed"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new("", "must not be a workbook or document of an office program: save the sheet as CSV"),
        _ => null,
    };
}
