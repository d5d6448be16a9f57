using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>What is urgent does not queue behind what is not.</summary>
public sealed class UrgencyTests(ITestOutputHelper output)
{
    private const string School = "education-cumberland";
    private const int Backlog = 300;

    [Theory]
    [InlineData("by HTTP")]
    [InlineData("by file")]
    public async Task An_urgent_message_passes_a_backlog_of_ordinary_ones(string way)
    {
        using var data = new DataFolder();
        foreach (var i in Enumerable.Range(0, Backlog))
        {
            var ordinary = new Concern(School, i % 10, i / 10, 3);
            data.Drop(School, ordinary.FileName, ordinary.ToJson());
        }

        await using var running = await InfoShareProcess.StartAsync(data);
        await Until.TrueAsync(() => data.Files("out", "social-care-cumberland").Count > 5);
        var urgent = new Concern(School, 0, 900, 5);
        if (way == "by HTTP")
            Assert.True(await Posting.IsSavedAsync(running.Http, urgent));
        else
            data.Drop(School, urgent.FileName, urgent.ToJson());

        await Until.TrueAsync(() => FrontDoor(data).Contains(urgent));

        var ahead = FrontDoor(data).Count - 1;
        output.WriteLine($"{ahead} of {Backlog} ordinary ones came first");
        Assert.True(ahead < Backlog, "the urgent one came last");
    }

    private static List<Concern?> FrontDoor(DataFolder data) =>
        [.. data.Files("out", "social-care-cumberland").Select(f => Effect.Read("social-care-cumberland", f)).Where(e => e.Role == "children-services-front-door").Select(e => e.Concern)];
}
