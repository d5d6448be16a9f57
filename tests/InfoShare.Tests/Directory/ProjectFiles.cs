using Xunit;

namespace InfoShare.Tests.Directory;

/// <summary>Files of the project and of the shared inputs, which are beside it on some machines only.</summary>
internal static class ProjectFiles
{
    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines of an input after its heading; skips the test where it is absent.</summary>
    public static IEnumerable<string> InputRows(string path)
    {
        var inputs = Environment.GetEnvironmentVariable("INFOSHARE_INPUTS") ?? Path.Combine(Root, "..", "shared", "inputs");
        var file = Path.Combine(inputs, path);
        Assert.SkipUnless(File.Exists(file), $"the shared input {path} is not here");
        return File.ReadLines(file).Skip(1);
    }

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InfoShare.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the project");
    }
}
