namespace InfoShare.Tests;

/// <summary>The files of the project as they lie on disk, for the tests that look at them.</summary>
internal static class Sources
{
    private static readonly HashSet<string> NotOurs = ["artifacts", "bin", "obj", "node_modules", ".git", ".vs", ".idea", ".vscode"];

    /// <summary>The project's root: where InfoShare.sln is.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that belongs to the project, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Ending(string ending) => Files.Where(f => f.EndsWith(ending, StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder) =>
        System.IO.Directory.EnumerateFiles(folder).Where(file => !NotOurs.Contains(Path.GetFileName(file)))
            .Concat(System.IO.Directory.EnumerateDirectories(folder)
                .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)) && !IsData(inner))
                .SelectMany(Walk));

    /// <summary>What <c>infoshare run</c> leaves in the root.</summary>
    private static bool IsData(string folder) =>
        Path.GetDirectoryName(folder) == Root && Path.GetFileName(folder) is "data" or "data.keys";

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "InfoShare.sln")))
                return at.FullName;
        throw new InvalidOperationException("The tests must lie below the folder of InfoShare.sln.");
    }
}
