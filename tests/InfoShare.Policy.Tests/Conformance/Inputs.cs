namespace InfoShare.Policy.Tests.Conformance;

/// <summary>
/// Cedar's public conformance cases, which are not part of the project: in <c>../shared/inputs/policy</c> beside it, or
/// where the environment variable INFOSHARE_INPUTS says.
/// </summary>
internal static class Inputs
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("INFOSHARE_INPUTS") is { Length: > 0 } named
            ? named
            : Path.Combine(Root(), "..", "shared", "inputs");

    /// <summary>The full path of an input; the test is skipped when it is absent.</summary>
    public static string Require(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, "policy", name));
        Assert.SkipUnless(File.Exists(path), $"the input policy/{name} is absent: set INFOSHARE_INPUTS to the folder that holds it");
        return path;
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "InfoShare.sln")))
                return at.FullName;
        throw new InvalidOperationException("The tests must lie below the folder of InfoShare.sln.");
    }
}
