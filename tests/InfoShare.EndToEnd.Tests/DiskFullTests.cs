using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>The disk has no room left, on a small file system of its own.</summary>
public sealed class DiskFullTests
{
    private const string School = "education-cumberland";

    [Fact]
    public async Task Files_wait_while_the_disk_is_full_and_arrive_when_there_is_room()
    {
        using var folder = new DataFolder();
        var disk = Directory.CreateDirectory(folder.Beside("disk")).FullName;
        var mounted = await Command.RunAsync("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk);
        Assert.SkipUnless(mounted.ExitCode == 0, "a small file system cannot be mounted: that needs root");
        try
        {
            await FillAndFreeAsync(new DataFolder(Path.Combine(disk, "infoshare")), Path.Combine(disk, "filler"));
        }
        finally
        {
            await Command.RunAsync("umount", "--lazy", disk);
        }
    }

    private static async Task FillAndFreeAsync(DataFolder data, string filler)
    {
        await using var running = await InfoShareProcess.StartAsync(data);
        var concerns = Enumerable.Range(0, 20).Select(i => new Concern(School, i, 0, 3)).ToList();
        // Moved in, not written: the agency's files are on the disk before it is full.
        Directory.CreateDirectory(Path.Combine(data.Beside("aside")));
        foreach (var concern in concerns)
            await File.WriteAllBytesAsync(data.Beside("aside", concern.FileName), concern.ToJson(), TestContext.Current.CancellationToken);
        await FillAsync(filler);
        foreach (var concern in concerns)
            File.Move(data.Beside("aside", concern.FileName), data.Agency(School, "in", concern.FileName));
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        var during = data.Files("in").Count;
        Assert.True(during > 0, "the disk was not full enough");
        using (var live = await running.Http.GetAsync("health/live", TestContext.Current.CancellationToken))
            Assert.True(live.IsSuccessStatusCode);
        Assert.Contains("stays in the folder", running.Written, StringComparison.Ordinal);
        Assert.False(await Posting.IsSavedAsync(running.Http, new Concern(School, 77, 1, 3)), "it said 202 with nowhere to save it");

        File.Delete(filler);
        await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));
        Assert.Empty(data.Files("in"));
        var account = new Account(DataFolder.Participants.SelectMany(p => data.Files("out", p).Select(f => Effect.Read(p, f))));
        account.EachHasReachedItsRecipients(concerns);
        account.NothingHasTwoEffects();
        Assert.Equal(0, await running.StopAsync());
    }

    private static async Task FillAsync(string filler)
    {
        await using var file = new FileStream(filler, FileMode.Create);
        try
        {
            while (true)
            {
                await file.WriteAsync(new byte[4096], TestContext.Current.CancellationToken);
                await file.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Full, as intended.
        }
    }
}
