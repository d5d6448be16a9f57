using System.Diagnostics;
using InfoShare.Cli.Configuration;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Compose;

/// <summary>The files of <c>compose/</c>: the production shape.</summary>
public sealed class ComposeTests
{
    [Theory]
    [InlineData("routing.yaml")]
    [InlineData("provision.yaml")]
    [InlineData("adapter.yaml")]
    [InlineData("console.yaml")]
    public async Task Its_settings_are_good(string name)
    {
        var text = await File.ReadAllTextAsync(ProjectRoot.Path("compose", "infoshare", name), TestContext.Current.CancellationToken);

        var reading = ConfigurationFile.Read(text);

        Assert.Empty(reading.Problems);
        Assert.Equal(Transport.RabbitMq, reading.Settings!.Transport.Name);
    }

    [Fact]
    public async Task Docker_compose_understands_it_and_every_container_is_read_only_and_not_root()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/docker-compose"), "docker-compose is not installed: apt-get install docker-compose");
        var start = new ProcessStartInfo("/usr/bin/docker-compose", ["config"])
        {
            WorkingDirectory = ProjectRoot.Path("compose"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await error);
        var lines = (await output).Split('\n');
        var containers = lines.Count(l => l.StartsWith("    image: ", StringComparison.Ordinal));
        Assert.Equal(12, containers);
        Assert.Equal(containers, lines.Count(l => l == "    read_only: true"));
        Assert.Equal(containers, lines.Count(l => l.StartsWith("    user: ", StringComparison.Ordinal) && !l.Contains("0:0", StringComparison.Ordinal) && !l.Contains("root", StringComparison.Ordinal)));
        Assert.Equal(containers, lines.Count(l => l == "    - no-new-privileges:true"));
    }
}
