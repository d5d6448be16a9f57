using InfoShare.Tests.Outside;

namespace InfoShare.Tests.Formats;

/// <summary>A file as an agency's system might write it: one of the project's samples, or a real one of the inputs.</summary>
/// <param name="Name">Its path from the project's root or, of an input, from the folder of inputs.</param>
/// <param name="Path">Where it is.</param>
internal sealed record FormatFile(string Name, string Path)
{
    private static readonly string[] NoData = [".md", ".mjs"];

    /// <summary>The samples: those of the demo, and those beside the tests of a format.</summary>
    public static IReadOnlyList<FormatFile> Own { get; } =
        [.. Sources.Files.Where(IsSample).Select(file => new FormatFile(file, System.IO.Path.Combine(Sources.Root, file)))];

    /// <summary>All inputs but their licences; none where they are absent.</summary>
    public static IReadOnlyList<FormatFile> Real { get; } =
        [.. (System.IO.Directory.Exists(Inputs.Path()) ? System.IO.Directory.GetFiles(Inputs.Path(), "*", SearchOption.AllDirectories) : [])
            .Where(IsData)
            .Select(path => new FormatFile(System.IO.Path.GetRelativePath(Inputs.Path(), path).Replace('\\', '/'), path))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>The file's own name.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>For whom it is: of the demo's samples, the participant in whose folder it is.</summary>
    public string? Participant => Name.Split('/') is ["samples", var participant, _] ? participant : null;

    public byte[] Read() => File.ReadAllBytes(Path);

    public override string ToString() => Name;

    private static bool IsSample(string file) =>
        file.Split('/') is ["samples", _, _] or ["tests", "InfoShare.Tests", _, "Samples", _];

    private static bool IsData(string path) =>
        !NoData.Contains(System.IO.Path.GetExtension(path))
        && System.IO.Path.GetFileName(path).Split('.')[0] is not ("LICENSE" or "LICENCE" or "NOTICE");
}
