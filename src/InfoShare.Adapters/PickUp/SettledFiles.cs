namespace InfoShare.Adapters.PickUp;

/// <summary>The files of a folder that have not changed between two looks. Links and folders are not followed.</summary>
internal sealed class SettledFiles(string folder, TimeProvider clock)
{
    private Dictionary<string, SettledFile> seen = [];

    /// <summary>Files that are as they were at the last look, in the order of their names.</summary>
    public IReadOnlyList<SettledFile> Look()
    {
        var now = clock.GetUtcNow();
        var current = new DirectoryInfo(folder).EnumerateFiles()
            .Where(IsOurs)
            .Select(file => new SettledFile(file.FullName, file.Name, file.Length, file.LastWriteTimeUtc, now))
            .ToList();

        var settled = new List<SettledFile>();
        var next = new Dictionary<string, SettledFile>();
        foreach (var file in current)
        {
            var same = seen.TryGetValue(file.Name, out var before) && before with { Since = now } == file;
            next[file.Name] = same ? before! : file;
            if (same)
                settled.Add(before!);
        }

        seen = next;
        settled.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return settled;
    }

    /// <summary>The file is gone; a new one of this name is another.</summary>
    public void Forget(string name) => seen.Remove(name);

    private static bool IsOurs(FileInfo file) =>
        file.LinkTarget is null
        && !file.Name.Contains('\uFFFD')
        && !file.Attributes.HasFlag(FileAttributes.Directory)
        && !file.Name.StartsWith('.')
        && !file.Name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        && !file.Name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A file that has not changed for a while.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When it was last written, by the file system.</param>
/// <param name="Since">Since when it was seen like this, by the clock.</param>
internal sealed record SettledFile(string Path, string Name, long Length, DateTime Written, DateTimeOffset Since)
{
    private const int SmallBytes = 256 * 1024;

    /// <summary>Its records go into the spool in one commit, which it may share with other files. Of a larger one some hundred do.</summary>
    public bool IsSmall => Length <= SmallBytes;

    /// <summary>Whether it is there and has not changed since it was looked at.</summary>
    public bool IsAsItWas => new FileInfo(Path) is { Exists: true } now && now.Length == Length && now.LastWriteTimeUtc == Written;
}
