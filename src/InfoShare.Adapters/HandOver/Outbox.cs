namespace InfoShare.Adapters.HandOver;

/// <summary>The folder that the agency's system reads. A file appears in it once and whole.</summary>
internal sealed class Outbox(Folders folders)
{
    /// <summary>Writes the file where nobody looks yet, and waits until it is on disk.</summary>
    public void Stage(string name, ReadOnlySpan<byte> content) => DurableFile.Write(Staged(name), content);

    /// <summary>Makes it visible. Without a staged file it was made visible before: the agency's system may already have taken it away.</summary>
    public void Release(string name)
    {
        if (File.Exists(Staged(name)))
            File.Move(Staged(name), Path.Combine(folders.Out, name), overwrite: true);
    }

    /// <summary>Takes back what is not visible yet; false when it is too late.</summary>
    public bool Retract(string name)
    {
        if (!File.Exists(Staged(name)))
            return false;
        File.Delete(Staged(name));
        return true;
    }

    private string Staged(string name) => Path.Combine(folders.Staging, name);
}
