using Xunit;
using Xunit.Sdk;

namespace InfoShare.Tests.Outside;

public sealed class InputsTests
{
    [Fact]
    public void The_root_is_the_folder_of_the_solution() => Assert.True(File.Exists(ProjectRoot.Path("InfoShare.sln")));

    [Fact]
    public void An_input_that_is_absent_skips_the_test_and_is_named()
    {
        var reason = "";
        try
        {
            Inputs.Require("no-such-folder", "no-such-file.json");
        }
        catch (SkipException e)
        {
            reason = e.Message;
        }

        Assert.Contains("no-such-folder/no-such-file.json", reason, StringComparison.Ordinal);
    }
}
