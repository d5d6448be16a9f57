namespace InfoShare.Directory;

/// <summary>The sample directory of two areas, Cumberland and Suffolk, which <c>run</c> and <c>demo</c> use. Fictional but for public codes.</summary>
public static class SampleDirectory
{
    /// <summary>The file's text, with the comments that document the format.</summary>
    public static string Yaml { get; } = EmbeddedText.Read("directory.yaml");
}
