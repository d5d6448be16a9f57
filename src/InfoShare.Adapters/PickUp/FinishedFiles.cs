using System.Text;

namespace InfoShare.Adapters.PickUp;

/// <summary>Moves files out of <c>in/</c> and writes what came of them.</summary>
internal sealed class FinishedFiles(Folders folders, TimeProvider clock)
{
    private const int MostNameBytes = 200;
    private const int CutTo = 40;

    // Names given to files that are not moved yet.
    private readonly HashSet<string> given = [];

    /// <summary>The first suffix under which nothing of this name is there, nor will be.</summary>
    public int FreeSuffix(string name)
    {
        var suffix = 1;
        while (Taken(Named(name, suffix)) || !given.Add(Named(name, suffix)))
            suffix++;
        return suffix;
    }

    /// <summary>The files of a look are moved, or will be looked at again.</summary>
    public void ForgetGiven() => given.Clear();

    /// <summary>Reasons and summary first: a file that is in its place has them. Can be repeated.</summary>
    public void Finish(string path, FileOutcome outcome)
    {
        var name = Named(Path.GetFileName(path), outcome.Suffix);
        WriteReasons(Path.GetFileName(path), outcome);
        if (outcome.Summary is not null)
            DurableFile.WriteJson(folders.Done, $"{name}.summary.json", outcome.Summary);

        // Retention counts from now, not from when the agency wrote the file.
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        File.Move(path, Path.Combine(outcome.Summary is null ? folders.Quarantine : folders.Done, name), overwrite: true);
    }

    /// <summary>Writes the reasons of the last commit. Can be repeated.</summary>
    public void WriteReasons(string fileName, FileOutcome outcome) =>
        ReasonFiles.Write(folders.Quarantine, Named(fileName, outcome.Suffix), outcome.ReasonsBefore, outcome.Reasons);

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
