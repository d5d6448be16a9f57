using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using Xunit;

namespace InfoShare.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("infoshare-configuration ");
    private readonly StringWriter error = new();

    [Fact]
    public async Task Without_a_file_the_sample_holds()
    {
        var settings = await LoadAsync(new());

        Assert.Equal("201", settings?.For("social-care-suffolk").AcceptAuthorities.Min());
    }

    [Fact]
    public async Task The_command_line_overrides_the_file()
    {
        var file = Write("port: 1\ndata: ./a\nlogs: { level: error }\n");

        var settings = await LoadAsync(new() { Data = "./b", Port = 2, Config = file });

        Assert.Equal((2, "./b", "./b.keys"), (settings?.Port, settings?.Data, settings?.KeysFolder));
    }

    [Theory]
    [InlineData("policies", "policies")]
    [InlineData("../policies", "../policies")]
    [InlineData("/srv/policies", "/srv/policies")]
    public async Task The_folder_of_the_policies_starts_from_that_of_the_file(string said, string meant)
    {
        var file = Write($"policies: {said}\n");

        Assert.Equal(Path.GetFullPath(meant, folder.FullName), Path.GetFullPath((await LoadAsync(new() { Config = file }))!.Policies!));
    }

    [Fact]
    public async Task Keys_that_the_command_line_puts_inside_the_data_are_refused()
    {
        var file = Write($"keys: {folder.FullName}/data/keys\n");

        Assert.Null(await LoadAsync(new() { Data = folder.FullName + "/data", Config = file }));
        Assert.Contains("keys: must not be inside the data folder", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_one_line_with_the_file_and_the_line()
    {
        var file = Write("prot: 1\nport: x\n");

        Assert.Null(await LoadAsync(new() { Config = file }));
        var lines = error.ToString().TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{file}: line 2: port: must be", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_in_one_line()
    {
        Assert.Null(await LoadAsync(new() { Config = Path.Combine(folder.FullName, "none.yaml") }));
        Assert.EndsWith("none.yaml: there is no such file", error.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x70, 0x00 }, "must be encoded as UTF-8")]
    [InlineData(new byte[] { 0x70, 0xC3 }, "must be encoded as UTF-8")]
    public async Task A_file_in_another_encoding_is_refused(byte[] content, string problem)
    {
        var file = Path.Combine(folder.FullName, "encoding.yaml");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);

        Assert.Null(await LoadAsync(new() { Config = file }));
        Assert.Contains(problem, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_refused_without_being_parsed()
    {
        Assert.Null(await LoadAsync(new() { Config = Write(new string('#', 300 * 1024)) }));
        Assert.Contains("must not be larger than 256 KiB", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        error.Dispose();
    }

    private Task<Settings?> LoadAsync(RunOptions options) => ConfigurationLoader.LoadAsync(options, error, TestContext.Current.CancellationToken);

    private string Write(string yaml)
    {
        var file = Path.Combine(folder.FullName, "infoshare.yaml");
        File.WriteAllText(file, yaml);
        return file;
    }
}
