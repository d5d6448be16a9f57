using InfoShare.Adapters.Spool;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>Entries of <c>in/</c> that cannot be picked up at all: links, and names that are no UTF-8. Each is told once, in quarantine and in the log, and stays where it is.</summary>
internal sealed class UnreadableEntries(Folders folders, AdapterIds ids, ILogger log)
{
    private const char NotUtf8 = '\uFFFD';

    /// <summary>Tells of those that were not told of before.</summary>
    public void Tell()
    {
        foreach (var entry in new DirectoryInfo(folders.In).EnumerateFiles().Where(f => !f.Name.StartsWith('.')))
        {
            if (ProblemOf(entry) is not { } problem)
                continue;
            var name = $"unreadable-{ids.FileName(entry.Name)}.reason.json";
            if (File.Exists(Path.Combine(folders.Quarantine, name)))
                continue;
            DurableFile.WriteJson(folders.Quarantine, name, new RecordReason(0, "an entry of in/", [new Problem("name", problem)]));
            log.LogError("an entry of the folder cannot be picked up; why is in {Reason}", name);
        }
    }

    private static string? ProblemOf(FileInfo entry) =>
        entry.LinkTarget is not null ? "must be a file, not a link"
        : entry.Name.Contains(NotUtf8) ? "must be written in UTF-8; give the file another name"
        : null;
}
