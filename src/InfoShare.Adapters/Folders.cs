namespace InfoShare.Adapters;

/// <summary>The folders of one adapter.</summary>
internal sealed class Folders
{
    public Folders(string root)
    {
        (In, Done, Quarantine) = (Make(root, "in"), Make(root, "done"), Make(root, "quarantine"));
        (Out, Staging, Pages) = (Make(root, "out"), Make(root, "out", ".staging"), Path.Combine(root, "out", "pages"));
    }

    public string In { get; }

    public string Done { get; }

    public string Quarantine { get; }

    public string Out { get; }

    /// <summary>Files on their way to <see cref="Out"/>: on the same file system, so that a rename is one step.</summary>
    public string Staging { get; }

    /// <summary>What is in <see cref="Out"/>, as pages for people. Made when the first is written: few formats have any.</summary>
    public string Pages { get; }

    private static string Make(params string[] path) => Directory.CreateDirectory(Path.Combine(path)).FullName;
}
