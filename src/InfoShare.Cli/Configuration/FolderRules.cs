namespace InfoShare.Cli.Configuration;

/// <summary>Data and keys lie apart, so that a copy or a theft of one is not also the other. Pure: looks at the paths, not at the disk.</summary>
public static class FolderRules
{
    /// <summary>What is wrong with the folders.</summary>
    /// <param name="settings">The settings with everything overridden that will be.</param>
    /// <param name="workingFolder">What relative paths are relative to; absolute.</param>
    public static IReadOnlyList<LineProblem> Check(Settings settings, string workingFolder)
    {
        var data = Full(settings.Data, workingFolder);
        var keys = Full(settings.KeysFolder, workingFolder);
        if (Holds(data, keys))
            return [new(0, "keys", "must not be inside the data folder: a backup of the data would hold its keys")];
        if (Holds(keys, data))
            return [new(0, "data", "must not be inside the key folder")];
        if (settings.Directory is { } file && Holds(keys, Full(file, workingFolder)))
            return [new(0, "directory", "must not be inside the key folder")];
        return settings.Policies is { } folder && Holds(keys, Full(folder, workingFolder))
            ? [new(0, "policies", "must not be inside the key folder")]
            : [];
    }

    private static string Full(string path, string workingFolder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingFolder));

    private static bool Holds(string outer, string inner) =>
        inner == outer || inner.StartsWith(Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
