namespace InfoShare.Tests.Outside;

/// <summary>Files of the project, found from wherever the tests were built.</summary>
public static class ProjectRoot
{
    private static readonly string Folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of a file or folder of the project.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("the tests were not built inside the project: no InfoShare.sln above them"),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "InfoShare.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
