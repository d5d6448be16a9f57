using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>A disk is lost and yesterday's backup is put in its place; the keys, which have backups of their own, are as they were.</summary>
public sealed class RestoreTests
{
    private const string School = "education-cumberland";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_store_restored_from_before_the_last_100_messages_loses_and_doubles_nothing()
    {
        using var data = new DataFolder();
        await using var systems = new AgencySystems(data);
        systems.Start();
        var concerns = Concern.Many(200, 40).ToList();
        await FeedAsync(data, concerns[..100]);
        DataFolder.Copy(Path.Combine(data.Path, "routing"), data.Beside("backup"));
        await KillOnceReceiptedAsync(data, concerns[100..]);

        DataFolder.Copy(data.Beside("backup"), Path.Combine(data.Path, "routing"));
        // No agency has anything new to say: each adapter must learn by itself that the store was restored.
        var restored = await FeedAsync(data, []);
        var later = new Concern(School, 0, 900, 3);
        var restoredAgain = await FeedAsync(data, [later]);
        await systems.StopAsync();

        Assert.True(restored);
        Assert.False(restoredAgain);
        Assert.Empty(systems.SecondEffects);
        var account = new Account(systems.Effects);
        account.EachHasReachedItsRecipients([.. concerns, later]);
        account.NothingHasTwoEffects();
        account.OrdinaryOnesAreInOrder();
        Assert.Equal(0, (await Command.InfoShareAsync("audit", "verify", "--data", data.Path)).ExitCode);
    }

    [Fact]
    public async Task A_spool_restored_from_before_50_messages_still_sends_and_doubles_nothing()
    {
        using var data = new DataFolder();
        await using var systems = new AgencySystems(data);
        systems.Start();
        var concerns = Enumerable.Range(0, 100).Select(i => new Concern(School, i % 5, i / 5, i == 77 ? 4 : 3)).ToList();
        await FeedAsync(data, concerns[..50]);
        DataFolder.Copy(data.Agency(School, "spool.db"), data.Beside("spool.db"));
        await FeedAsync(data, concerns[50..]);

        DataFolder.Copy(data.Beside("spool.db"), data.Agency(School, "spool.db"));
        var later = Enumerable.Range(0, 10).Select(i => new Concern(School, i % 5, 900 + i, 3)).ToList();
        // The agency hands in again what it is not sure of.
        await FeedAsync(data, [.. concerns[90..], .. later]);
        await systems.StopAsync();

        Assert.Empty(systems.SecondEffects);
        var account = new Account(systems.Effects);
        account.EachHasReachedItsRecipients([.. concerns, .. later]);
        account.NothingHasTwoEffects();
        account.OrdinaryOnesAreInOrder();
        Assert.Equal(0, (await Command.InfoShareAsync("audit", "verify", "--data", data.Path)).ExitCode);
    }

    [Theory]
    [InlineData("routing")]
    [InlineData(School)]
    public async Task Data_without_its_keys_does_not_start_and_says_so_in_one_line(string whose)
    {
        using var data = new DataFolder();
        await FeedAsync(data, [new Concern(School, 1, 1, 3)]);
        Directory.Delete(Path.Combine(data.Keys, whose), recursive: true);

        var start = await Command.InfoShareAsync("run", "--data", data.Path, "--port", "0");

        Assert.Equal(1, start.ExitCode);
        Assert.Contains("keys", Assert.Single(start.ErrorLines, line => line.StartsWith("infoshare cannot start: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(start.ErrorLines);
        Assert.False(Directory.Exists(Path.Combine(data.Keys, whose)), "new keys were made");
    }

    /// <summary>Runs it, feeds it, waits until it has settled and stops it. True: it found its store restored.</summary>
    private static async Task<bool> FeedAsync(DataFolder data, IReadOnlyList<Concern> concerns)
    {
        await using var running = await InfoShareProcess.StartAsync(data);
        var restored = (await Settled.StatusAsync(running)).GetProperty("restored").GetBoolean();
        foreach (var concern in concerns)
            data.Drop(concern.Sender, concern.FileName, concern.ToJson());
        await Settled.WaitAsync(running, Limit);
        Assert.Equal(0, await running.StopAsync());
        return restored;
    }

    /// <summary>Feeds it, and kills it when routing has everything but many deliveries have not been made.</summary>
    private static async Task KillOnceReceiptedAsync(DataFolder data, IReadOnlyList<Concern> concerns)
    {
        await using var running = await InfoShareProcess.StartAsync(data);
        foreach (var concern in concerns)
            data.Drop(concern.Sender, concern.FileName, concern.ToJson());
        while (Settled.Incoming(await Settled.StatusAsync(running)) > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.True(Settled.Moving(await Settled.StatusAsync(running)) > 10, "all deliveries were made before the kill");
        await running.KillAsync();
    }
}
