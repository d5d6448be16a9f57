using Xunit;

namespace InfoShare.Tests.Outside;

public sealed class NodeScriptTests
{
    [Fact]
    public void A_script_answers_with_its_exit_code_and_everything_that_it_wrote()
    {
        var answer = NodeScript.Run("--eval", "console.log('out'); console.error('err'); process.exit(3)");

        Assert.Equal(3, answer.ExitCode);
        Assert.Contains("out", answer.Output, StringComparison.Ordinal);
        Assert.Contains("err", answer.Output, StringComparison.Ordinal);
    }
}
