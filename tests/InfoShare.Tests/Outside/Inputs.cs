using Xunit;

namespace InfoShare.Tests.Outside;

/// <summary>
/// Real samples of agencies' formats, which are not part of the project: in <c>../shared/inputs</c> beside it, or where
/// the environment variable INFOSHARE_INPUTS says.
/// </summary>
public static class Inputs
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("INFOSHARE_INPUTS") is { Length: > 0 } named
            ? named
            : ProjectRoot.Path("..", "shared", "inputs");

    /// <summary>The full path of an input, there or not.</summary>
    public static string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Folder, .. parts]));

    /// <summary>The full path of an input; the test is skipped when it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path(parts);
        Assert.SkipUnless(System.IO.Path.Exists(path), $"the input {string.Join('/', parts)} is absent: set INFOSHARE_INPUTS to the folder that holds it");
        return path;
    }
}
