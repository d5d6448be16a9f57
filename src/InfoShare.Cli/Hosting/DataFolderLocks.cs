using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Hosting;

/// <summary>One process at a time works on an agency's folder, and on a store that is a file. The locks end with the process, however it ends.</summary>
internal sealed class DataFolderLocks : IDisposable
{
    private readonly List<FileStream> held = [];

    /// <summary>Takes the locks of the parts.</summary>
    /// <exception cref="CannotStartException">Another process has one of them.</exception>
    public static DataFolderLocks Take(Settings settings, bool routing, IEnumerable<string> participants)
    {
        var folders = participants.Select(p => AdapterOpening.AgencyFolder(settings, p)).ToList();
        if (routing && settings.Database.Name is Database.Sqlite)
            folders.Add(StoreOpening.Folder(settings));
        var locks = new DataFolderLocks();
        foreach (var folder in folders)
        {
            if (TryTake(folder) is { } taken)
            {
                locks.held.Add(taken);
                continue;
            }

            locks.Dispose();
            throw new CannotStartException($"another infoshare is running on {settings.Data}");
        }

        return locks;
    }

    public void Dispose() => held.ForEach(h => h.Dispose());

    private static FileStream? TryTake(string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
