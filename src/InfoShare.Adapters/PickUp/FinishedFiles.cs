using System.Text;

namespace InfoShare.Adapters.PickUp;

/// <summary>Moves files out of <c>in/</c> and writes what came of them.</summary>
internal sealed class FinishedFiles(Folders folders, TimeProvider clock)
{
    private const int MostNameBytes = 200;
    private const int CutTo = 40;

    /// <summary>Names that files on their way will have.</summary>
    private readonly HashSet<string> promised = [];

    /// <summary>The first suffix under which nothing of this name is there, or on its way there; it is promised to the caller.</summary>
    public int FreeSuffix(string name)
    {
        var suffix = 1;
        while (Taken(Named(name, suffix)) || !Promise(name, suffix))
            suffix++;
        return suffix;
    }

    /// <summary>Keeps a name for a file; false when another file has it.</summary>
    public bool Promise(string name, int suffix)
    {
        lock (promised)
            return promised.Add(Named(name, suffix));
    }

    /// <summary>Nothing is on its way any more.</summary>
    public void ForgetPromises()
    {
        lock (promised)
            promised.Clear();
    }

    /// <summary>Reasons and summary first: a file that is in its place has them. Can be repeated.</summary>
    public void Finish(string path, FileOutcome outcome)
    {
        var name = Named(Path.GetFileName(path), outcome.Suffix);
        for (var i = 0; i < outcome.Reasons.Count; i++)
            DurableFile.WriteJson(folders.Quarantine, $"{name}.{i + 1}.reason.json", outcome.Reasons[i]);
        if (outcome.Summary is not null)
            DurableFile.WriteJson(folders.Done, $"{name}.summary.json", outcome.Summary);

        // Retention counts from now, not from when the agency wrote the file.
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        File.Move(path, Path.Combine(outcome.Summary is null ? folders.Quarantine : folders.Done, name), overwrite: true);
    }

    /// <summary><c>a.xml</c> becomes <c>a-2.xml</c>. A very long name is cut, to leave room for what is put behind it.</summary>
    internal static string Named(string name, int suffix)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        if (Encoding.UTF8.GetByteCount(name) > MostNameBytes)
            (stem, extension) = (stem[..Math.Min(CutTo, stem.Length)], extension[..Math.Min(CutTo / 4, extension.Length)]);
        return suffix == 1 ? stem + extension : $"{stem}-{suffix}{extension}";
    }

    private bool Taken(string name) =>
        File.Exists(Path.Combine(folders.Done, name))
        || File.Exists(Path.Combine(folders.Quarantine, name))
        || File.Exists(Path.Combine(folders.Done, name + ".summary.json"))
        || File.Exists(Path.Combine(folders.Quarantine, name + ".1.reason.json"));
}
