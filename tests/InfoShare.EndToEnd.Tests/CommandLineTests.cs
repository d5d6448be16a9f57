using System.Diagnostics;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>What the commands say and how they end.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("run", "--frobnicate")]
    [InlineData("run", "--port", "many")]
    [InlineData("run", "--transport", "kafka")]
    [InlineData("run", "--database", "postgresql")]
    [InlineData("adapter", "check", "fax", "letter.pdf")]
    [InlineData("audit")]
    public async Task What_is_not_understood_is_said_in_one_line_with_exit_code_2(params string[] arguments)
    {
        var run = await Command.InfoShareAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.ErrorLines);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task The_script_explains_itself()
    {
        var help = await Command.RunAsync("bash", ProjectRoot.Path("infoshare"), "help");

        Assert.Equal(0, help.ExitCode);
        Assert.All((string[])["run", "adapter check", "demo", "directory check", "audit verify", "test"], command => Assert.Contains($"./infoshare {command}", help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_or_port_is_refused_in_one_line_and_the_first_goes_on()
    {
        using var data = new DataFolder();
        using var other = new DataFolder();
        await using var running = await InfoShareProcess.StartAsync(data);
        var port = running.Http.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var sameData = await Command.InfoShareAsync("run", "--data", data.Path, "--port", "0");
        var samePort = await Command.InfoShareAsync("run", "--data", other.Path, "--port", port);

        Assert.Equal(1, sameData.ExitCode);
        Assert.Contains("another infoshare is running", Assert.Single(sameData.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(1, samePort.ExitCode);
        Assert.Contains($"port {port} is in use", Assert.Single(samePort.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, Settled.Moving(await Settled.StatusAsync(running)));
    }

    [Fact]
    public async Task Sigterm_stops_it_within_five_seconds_in_the_middle_of_its_work()
    {
        using var data = new DataFolder();
        foreach (var concern in Concern.Many(200, 40))
            data.Drop(concern.Sender, concern.FileName, concern.ToJson());
        await using var running = await InfoShareProcess.StartAsync(data);
        await Until.TrueAsync(() => data.Files("out").Count > 0);
        Assert.True(Settled.Moving(await Settled.StatusAsync(running)) > 0);
        var began = Stopwatch.GetTimestamp();

        Assert.Equal(0, await running.StopAsync());

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5), Stopwatch.GetElapsedTime(began).ToString());
        Assert.DoesNotContain("failed", running.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_within_300_MiB()
    {
        using var data = new DataFolder();
        foreach (var concern in Concern.Many(200, 40))
            data.Drop(concern.Sender, concern.FileName, concern.ToJson());
        await using var running = await InfoShareProcess.StartAsync(data);
        await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));

        Assert.InRange(running.PeakMemory, 1, 300 * 1024 * 1024);
    }

    [Fact]
    public async Task The_sample_directory_is_good_and_a_broken_one_is_told_with_line_numbers()
    {
        using var folder = new DataFolder();
        var sample = await File.ReadAllTextAsync(ProjectRoot.Path("src", "InfoShare.Directory", "Sample", "directory.yaml"), TestContext.Current.CancellationToken);
        var (good, bad) = (folder.Beside("good.yaml"), folder.Beside("bad.yaml"));
        await File.WriteAllTextAsync(good, sample, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, sample.Replace("organisations: [police/03]", "organisations: [police/04]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var line = sample[..sample.IndexOf("organisations: [police/03]", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var holds = await Command.InfoShareAsync("directory", "check", good);
        var fails = await Command.InfoShareAsync("directory", "check", bad);

        Assert.Equal(0, holds.ExitCode);
        Assert.Equal(1, fails.ExitCode);
        Assert.Contains($"line {line}", fails.Output + fails.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_checked_before_it_is_handed_in()
    {
        var sample = ProjectRoot.Path("samples", "social-care-suffolk", "cin-sample.xml");

        var reads = await Command.InfoShareAsync("adapter", "check", "cin", sample, "--as-of", "2026-11-20");
        var fails = await Command.InfoShareAsync("adapter", "check", "fhir", sample);

        Assert.Equal(0, reads.ExitCode);
        Assert.Contains("In total 3 records: 2 messages, 1 with nothing to send, 0 quarantined.", reads.Output, StringComparison.Ordinal);
        Assert.Equal(1, fails.ExitCode);
        Assert.Contains("Cannot be read as fhir", fails.Output, StringComparison.Ordinal);
        Assert.Empty(reads.Error + fails.Error);
    }

    [Fact]
    public async Task The_audit_holds_until_one_byte_of_it_is_changed()
    {
        using var data = new DataFolder();
        await using (var running = await InfoShareProcess.StartAsync(data))
        {
            foreach (var concern in Concern.Many(8, 8))
                data.Drop(concern.Sender, concern.FileName, concern.ToJson());
            await Settled.WaitAsync(running, TimeSpan.FromMinutes(1));
            Assert.Equal(0, (await VerifyAsync(data)).ExitCode);
            Assert.Equal(0, await running.StopAsync());
        }

        var before = await VerifyAsync(data);
        var file = Path.Combine(data.Path, "routing", "routing.db");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var place = bytes.AsSpan().IndexOf("delivery-sending"u8);
        Assert.True(place > 0, "no audit row is where it was expected");
        bytes[place + "delivery-".Length] = (byte)'S';
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var after = await VerifyAsync(data);

        Assert.Equal(0, before.ExitCode);
        Assert.Equal(1, after.ExitCode);
        Assert.Contains("broken", after.Output, StringComparison.Ordinal);
    }

    private static Task<CommandOutcome> VerifyAsync(DataFolder data) => Command.InfoShareAsync("audit", "verify", "--data", data.Path);
}
