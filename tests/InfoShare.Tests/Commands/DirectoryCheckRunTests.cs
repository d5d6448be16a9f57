using System.Text.Json;
using InfoShare.Cli.Directories;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class DirectoryCheckRunTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static DirectoryFindings Bad => new(["line 3: posts[0].deputy: there is no such post", "1 problem"], [new(3, "posts[0].deputy", "there is no such post")]);

    [Fact]
    public async Task A_good_directory_is_summed_up_and_exits_0()
    {
        Assert.Equal(0, await RunAsync(new(["2 areas"], []), json: false));
        Assert.Equal("2 areas", output.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_bad_directory_has_a_line_for_each_problem_and_exits_1()
    {
        Assert.Equal(1, await RunAsync(Bad, json: false));
        Assert.StartsWith("line 3: posts[0].deputy:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        Assert.Equal(1, await RunAsync(Bad, json: true));
        using var document = JsonDocument.Parse(output.ToString());
        Assert.Equal(3, document.RootElement[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_line_and_exit_1()
    {
        File.Delete(file);
        Assert.Equal(1, await RunAsync(new([], []), json: true));
        Assert.Equal(error.ToString().Trim(), JsonDocument.Parse(output.ToString()).RootElement.GetProperty("error").GetString());
        Assert.Contains("there is no such file", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(file);
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(DirectoryFindings findings, bool json) =>
        new DirectoryCheckRun(_ => findings, output, error).RunAsync(new(file, json), TestContext.Current.CancellationToken);
}
