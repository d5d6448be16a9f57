namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>Files of the project and of its build, found from wherever the tests were built.</summary>
internal static class ProjectRoot
{
    private static readonly string Folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The program under test, built in the same configuration as these tests.</summary>
    public static string Program { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", "InfoShare.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "infoshare.dll"));

    /// <summary>The full path of a file or folder of the project.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    /// <summary>A folder of the real inputs, which are not part of the project; the test is skipped when it is absent.</summary>
    public static string Inputs(string name)
    {
        var folder = Environment.GetEnvironmentVariable("INFOSHARE_INPUTS") is { Length: > 0 } named ? named : Path("..", "shared", "inputs");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));
        Assert.SkipUnless(Directory.Exists(path), $"the inputs {name} are absent: set INFOSHARE_INPUTS to the folder that holds them");
        return path;
    }

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("the tests were not built inside the project: no InfoShare.sln above them"),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "InfoShare.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
