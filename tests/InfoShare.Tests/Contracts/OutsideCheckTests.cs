using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>Validators that share no code with us agree with what is checked in.</summary>
public sealed class OutsideCheckTests
{
    [Fact]
    public void Ajv_takes_every_schema_and_example_and_refuses_what_the_reader_refuses() => Passes("check-schemas.mjs");

    [Fact]
    public void The_asyncapi_parser_finds_no_error_in_the_description_of_the_channels() => Passes("check-asyncapi.mjs");

    private static void Passes(string script)
    {
        var answer = NodeScript.Run(script);
        Assert.True(answer.ExitCode == 0, answer.Output);
    }
}
