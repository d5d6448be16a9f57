namespace InfoShare.Adapters.HandOver.InFolder;

/// <summary>
/// The folder that the agency's system reads. A file appears in it once and whole; its page, if it has one, appears in the
/// folder for pages right after it, so that where the file is still hidden, nothing of the delivery can have been seen.
/// </summary>
internal sealed class Outbox(Folders folders)
{
    /// <summary>Writes the file where nobody looks yet, and waits until it is on disk.</summary>
    public void Stage(string name, OutputFile file)
    {
        if (file.Page is not null)
            DurableFile.Write(Staged(PageOf(name)), file.Page);
        DurableFile.Write(Staged(name), file.Content);
    }

    /// <summary>Makes it visible. Without a staged file it was made visible before: the agency's system may already have taken it away.</summary>
    public void Release(string name)
    {
        if (File.Exists(Staged(name)))
            File.Move(Staged(name), Path.Combine(folders.Out, name), overwrite: true);
        if (!File.Exists(Staged(PageOf(name))))
            return;
        Directory.CreateDirectory(folders.Pages);
        File.Move(Staged(PageOf(name)), Path.Combine(folders.Pages, PageOf(name)), overwrite: true);
    }

    /// <summary>Takes back what is not visible yet; false when it is too late for the file.</summary>
    public bool Retract(string name)
    {
        File.Delete(Staged(PageOf(name)));
        if (!File.Exists(Staged(name)))
            return false;
        File.Delete(Staged(name));
        return true;
    }

    /// <summary>Deletes what was made visible, where the agency's system has left it.</summary>
    public void Erase(string name)
    {
        File.Delete(Path.Combine(folders.Out, name));
        if (Directory.Exists(folders.Pages))
            File.Delete(Path.Combine(folders.Pages, PageOf(name)));
    }

    /// <summary>Names begin with an id, which has no dot.</summary>
    private static string PageOf(string name) => $"{name.Split('.')[0]}.html";

    private string Staged(string name) => Path.Combine(folders.Staging, name);
}
