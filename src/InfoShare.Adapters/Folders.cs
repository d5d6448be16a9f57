namespace InfoShare.Adapters;

/// <summary>The folders of one adapter.</summary>
internal sealed class Folders
{
    public Folders(string root)
    {
        Reading = MakeEmpty(root, "reading");
        (In, Done, Quarantine) = (Make(root, "in"), Make(root, "done"), Make(root, "quarantine"));
        (Out, Staging, Pages) = (Make(root, "out"), Make(root, "out", ".staging"), Path.Combine(root, "out", "pages"));
    }

    public string In { get; }

    /// <summary>Copies of large files while they are read. What is there at the start was left by a process that was killed.</summary>
    public string Reading { get; }

    public string Done { get; }

    public string Quarantine { get; }

    public string Out { get; }

    /// <summary>Files on their way to <see cref="Out"/>: on the same file system, so that a rename is one step.</summary>
    public string Staging { get; }

    /// <summary>What is in <see cref="Out"/>, as pages for people. Made when the first is written: few formats have any.</summary>
    public string Pages { get; }

    private static string MakeEmpty(params string[] path)
    {
        if (Directory.Exists(Path.Combine(path)))
            Directory.Delete(Path.Combine(path), recursive: true);
        return Make(path);
    }

    private static string Make(params string[] path) => Directory.CreateDirectory(Path.Combine(path)).FullName;
}
