namespace InfoShare.Cli.Hosting;

/// <summary>One process at a time works on a data folder. The lock ends with the process, however it ends.</summary>
internal static class DataFolderLock
{
    /// <summary>The lock, or null when another process has it.</summary>
    public static FileStream? TryTake(string dataFolder)
    {
        System.IO.Directory.CreateDirectory(dataFolder);
        try
        {
            return new FileStream(Path.Combine(dataFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
