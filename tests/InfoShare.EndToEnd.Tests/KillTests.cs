using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>The process dies without warning, again and again.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261120;

    [Fact]
    public Task One_kill_among_200_messages_loses_and_doubles_nothing() => SurvivesAsync(messages: 200, children: 40, kills: 1);

    [Fact]
    [Trait("Length", "long")]
    public Task Three_kills_among_1000_messages_lose_and_double_nothing() => SurvivesAsync(messages: 1000, children: 100, kills: 3);

    private async Task SurvivesAsync(int messages, int children, int kills)
    {
        var random = new Random(Seed);
        using var data = new DataFolder();
        var concerns = Concern.Many(messages, children).ToList();
        // The last children's concerns are sent by HTTP, the others' by file: order is kept along each way.
        var byHttp = concerns.Where(c => c.Child == children / 4 - 1).ToList();
        foreach (var concern in concerns.Except(byHttp))
            data.Drop(concern.Sender, concern.FileName, concern.ToJson());

        await using var systems = new AgencySystems(data);
        systems.Start();
        var running = await InfoShareProcess.StartAsync(data);
        try
        {
            var posting = Task.Run(() => PostUntilSavedAsync(byHttp, () => running.Http), TestContext.Current.CancellationToken);
            for (var kill = 1; kill <= kills; kill++)
            {
                // Each message has at least two recipients; the kills fall somewhere into each third of the work.
                var handedOver = (int)(2 * messages * (kill - 1 + 0.8 * random.NextDouble()) / kills);
                await Until.TrueAsync(() => systems.Effects.Count >= handedOver);
                await Task.Delay(random.Next(200), TestContext.Current.CancellationToken);
                var moving = Settled.Moving(await Settled.StatusAsync(running));
                output.WriteLine($"seed {Seed}, kill {kill} after {handedOver} were handed over, with {moving} under way");
                Assert.True(moving > 0, "the kill came too late to mean anything");
                await running.KillAsync();
                await running.DisposeAsync();
                running = await InfoShareProcess.StartAsync(data);
            }

            await posting;
            await Settled.WaitAsync(running, TimeSpan.FromMinutes(3));
            Assert.Equal(0, await running.StopAsync());
        }
        finally
        {
            await running.DisposeAsync();
        }

        await systems.StopAsync();
        Assert.Empty(systems.SecondEffects);
        Assert.Empty(data.Files("in"));
        var account = new Account(systems.Effects);
        account.EachHasReachedItsRecipients(concerns);
        account.NothingHasTwoEffects();
        account.OrdinaryOnesAreInOrder();
        Assert.Equal(0, (await Command.InfoShareAsync("audit", "verify", "--data", data.Path)).ExitCode);
    }

    /// <summary>As an agency's system does: one after the other, and again until it is told 202.</summary>
    private static async Task PostUntilSavedAsync(IEnumerable<Concern> concerns, Func<HttpClient> http)
    {
        foreach (var concern in concerns)
        {
            while (!await Posting.IsSavedAsync(http(), concern))
                await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
