using System.Text.Json;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>Files that nobody here wrote, each dropped into the right <c>in/</c>, twice.</summary>
public sealed class InputsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("health", "health-cumberland")]
    [InlineData("social-care", "social-care-cumberland")]
    public async Task Every_real_file_ends_in_done_or_quarantine_and_the_second_time_changes_nothing(string inputs, string participant)
    {
        var files = Directory.GetFiles(ProjectRoot.Inputs(inputs)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        using var data = new DataFolder();
        await using var running = await InfoShareProcess.StartAsync(data);

        await DropAsync(data, running, participant, files);
        var (accepted, handedOver) = (await AcceptedAsync(running), data.Files("out").Count);
        var counts = files.Select(file => CountsOf(data, participant, Path.GetFileName(file))).ToList();
        foreach (var (file, count) in files.Zip(counts))
            output.WriteLine($"{Path.GetFileName(file)}: {count?.ToString() ?? "quarantined"}");

        Assert.Empty(data.Files("in"));
        Assert.Contains(counts, count => count is { Records: > 0 });
        Assert.All(counts.OfType<Counts>(), AddUp);

        await DropAsync(data, running, participant, files);

        Assert.Empty(data.Files("in"));
        Assert.Equal(accepted, await AcceptedAsync(running));
        Assert.Equal(handedOver, data.Files("out").Count);
        Assert.All(files, file => Assert.Equal(0, CountsOf(data, participant, Again(file))?.Messages ?? 0));
        Assert.Equal(0, await running.StopAsync());
    }

    private static async Task DropAsync(DataFolder data, InfoShareProcess running, string participant, IEnumerable<string> files)
    {
        foreach (var file in files)
            data.Drop(participant, Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));
    }

    private static async Task<long> AcceptedAsync(InfoShareProcess running) => (await Settled.StatusAsync(running))
        .GetProperty("participants").EnumerateArray().Sum(p => p.GetProperty("adapter").GetProperty("accepted").GetInt64());

    private static void AddUp(Counts counts)
    {
        var sum = counts.Messages + counts.NothingToSend + counts.Quarantined;
        // One record may give several messages, and only then is the sum higher.
        Assert.True(counts.Messages > 1 ? sum >= counts.Records : sum == counts.Records, counts.ToString());
    }

    /// <summary>The counts of a file in <c>done/</c>, with as many reasons as records were quarantined; null: it is in <c>quarantine/</c>, with reasons.</summary>
    private static Counts? CountsOf(DataFolder data, string participant, string name)
    {
        var reasons = data.Files("quarantine", participant)
            .Where(f => Path.GetFileName(f).StartsWith(name + ".", StringComparison.Ordinal) && f.EndsWith(".reason.json", StringComparison.Ordinal)).ToList();
        Assert.All(reasons, HasProblems);
        if (!File.Exists(data.Agency(participant, "done", name)))
        {
            Assert.True(File.Exists(data.Agency(participant, "quarantine", name)), $"{name} is nowhere");
            Assert.NotEmpty(reasons);
            return null;
        }

        using var summary = JsonDocument.Parse(File.ReadAllBytes(data.Agency(participant, "done", name + ".summary.json")));
        var counts = new Counts(Count("records"), Count("messages"), Count("nothingToSend"), Count("quarantined"));
        Assert.Equal(counts.Quarantined, reasons.Count);
        return counts;

        int Count(string field) => summary.RootElement.GetProperty(field).GetInt32();
    }

    private static void HasProblems(string file)
    {
        using var reason = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.NotEqual(0, reason.RootElement.GetProperty("problems").GetArrayLength());
    }

    private static string Again(string file) => $"{Path.GetFileNameWithoutExtension(file)}-2{Path.GetExtension(file)}";

    private sealed record Counts(int Records, int Messages, int NothingToSend, int Quarantined);
}
