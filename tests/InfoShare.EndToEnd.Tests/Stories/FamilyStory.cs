using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;
using static InfoShare.EndToEnd.Tests.Stories.StoryMessages;

namespace InfoShare.EndToEnd.Tests.Stories;

/// <summary>
/// A mother and a child on a child protection plan leave Cumberland for a refuge in Suffolk. Six agencies act, each as its system would,
/// on RabbitMQ; in the middle everything is stopped and started. Every person and place is invented.
/// </summary>
internal sealed class FamilyStory(DataFolder data)
{
    public const string Postcode = "IP99 9QX";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The files of all <c>out/</c> folders at the end.</summary>
    public IReadOnlyList<OutFile> Out { get; private set; } = [];

    /// <summary>What the program wrote and showed.</summary>
    public List<string> Shown { get; } = [];

    public async Task RunAsync()
    {
        await using (var running = await StartAsync())
        {
            await TellAsync(running, "social-care-cumberland", "la/E06000063", "involvement.recorded", "case", new
            {
                involvementId = "case",
                since = "2025-03-03",
                parts = new
                {
                    identity = Identity("C-1"),
                    plan = new { plans = new object[] { new { type = "child-in-need", start = "2025-03-03", end = "2026-05-04", effect = "no-effect" }, new { type = "child-protection", start = "2026-05-04", category = "NEG" } } },
                },
            });
            await TellAsync(running, "education-cumberland", "urn/999998", "concern.raised", "hungry", Concern("hungry", "E-1", 3, "2026-09-14", "Came hungry again."));
            await TellAsync(running, "health-cumberland", "ods/ZZ999", "concern.raised", "bruise", Concern("bruise", "H-1", 4, "2026-10-05", "A bruise that was not explained."));
            await TellAsync(running, "police-cumberland", "police/03", "concern.raised", "night", Concern("night", "P-1", 4, "2026-11-15", "The child was in the room.", categories: ["EMO"]));
            await TellAsync(running, "education-cumberland", "urn/999998", "concern.raised", "low", Concern("low", "E-1", 1, "2026-11-16", "Tired."));
            await TellAsync(running, "social-care-cumberland", "la/E06000063", "child.movedArea", "fled", new
            {
                moveId = "fled",
                moveType = "refuge",
                detectedBy = "report",
                effectiveDate = "2026-11-18",
                fromArea = "E06000063",
                toArea = "E10000029",
                responsibilityHeldBy = "E06000063",
                parts = new { identity = Identity("C-1"), address = Address(restricted: true), contact = new { role = "allocated-team", reach = "01632 960063" } },
            });
            await TellAsync(running, "social-care-cumberland", "la/E06000063", "involvement.recorded", "closed", new { involvementId = "case", since = "2025-03-03", until = "2026-11-19", closureReason = "RC5", parts = new { identity = Identity("C-1") } });
            await TellAsync(running, "social-care-cumberland", "la/E06000063", "transfer.requested", "ask", new
            {
                transferId = "ask",
                kind = "authority",
                fromArea = "E06000063",
                toArea = "E10000029",
                pack = new[] { new { item = "current-plan", state = "sent" }, new { item = "chronology", state = "sent" } },
                parts = new { identity = Identity("C-1"), address = Address(restricted: true), contact = new { role = "allocated-team", reach = "01632 960063" } },
            });
            await KeepPagesAsync(running);
            Assert.Equal(0, await running.StopAsync());
            Shown.Add(running.Written);
        }

        await using (var again = await StartAsync())
        {
            await TellAsync(again, "education-suffolk", "urn/999999", "concern.raised", "new-school", Concern("new-school", "S-1", 4, "2026-11-19", $"Says that they live at {Canaries.RestrictedStreet.ToLowerInvariant()} now, and that he must not know."));
            await TellAsync(again, "health-suffolk", "ods/ZZ998", "concern.raised", "nurse", Concern("nurse", "N-1", 3, "2026-11-19", $"Home visit in Zzhiddencanary Close, {Postcode.Replace(" ", "", StringComparison.Ordinal)}."));
            await AnswerAsync(again, "police-suffolk", "la/E10000029", "transfer.accepted", new { role = "children-services-front-door", at = Day });
            await AnswerAsync(again, "social-care-suffolk", "la/E10000029", "transfer.responsibilityPassed", new { from = "2026-12-02", role = "children-services-front-door", at = Day });
            await AnswerAsync(again, "social-care-suffolk", "la/E10000029", "transfer.accepted", new { role = "children-services-front-door", at = Day, conferenceOn = "2026-12-01" });
            await AnswerAsync(again, "social-care-suffolk", "la/E10000029", "transfer.conferenceHeld", new { heldOn = "2026-12-01", outcome = "protection-plan", role = "conference-chair", at = Day });
            await AnswerAsync(again, "social-care-suffolk", "la/E10000029", "transfer.responsibilityPassed", new { from = "2026-12-03", role = "children-services-front-door", at = Day });
            await TellAsync(again, "education-suffolk", "urn/999999", "concern.raised", "after", Concern("after", "S-1", 4, "2026-11-20", "Frightened at the gate."));
            await KeepPagesAsync(again);
            Assert.Equal(0, await again.StopAsync());
            Shown.Add(again.Written);
        }

        Out = [.. DataFolder.Participants.SelectMany(p => data.Files("out", p).Select(file => OutFile.Read(p, file))).OrderBy(file => file.Written)];
    }

    private Task<InfoShareProcess> StartAsync() => InfoShareProcess.StartAsync(data, "--transport", "rabbitmq");

    /// <summary>Drops the same file twice, as systems do, and waits until everything has come to rest.</summary>
    private async Task TellAsync(InfoShareProcess running, string participant, string source, string type, string name, object about)
    {
        var message = Message(source, type, name, JsonSerializer.SerializeToNode(about)!.AsObject());
        data.Drop(participant, $"{name}.json", message);
        data.Drop(participant, $"{name}-again.json", message);
        await Settled.WaitAsync(running, Limit);
    }

    /// <summary>Answers what Suffolk's front door was asked.</summary>
    private Task AnswerAsync(InfoShareProcess running, string participant, string source, string type, object answer)
    {
        var asked = data.Files("out", "social-care-suffolk").Select(file => OutFile.Read("social-care-suffolk", file)).First(file => file.Type == "transfer.requested");
        var about = JsonSerializer.SerializeToNode(answer)!.AsObject();
        about["deliveryId"] = asked.DeliveryId;
        return TellAsync(running, participant, source, type, $"{participant}-{type}-{about["from"] ?? "x"}", about);
    }

    private async Task KeepPagesAsync(InfoShareProcess running)
    {
        foreach (var page in (string[])["", "status.json"])
            Shown.Add(await running.Http.GetStringAsync(page, TestContext.Current.CancellationToken));
    }

    private static object Address(bool restricted) => new
    {
        restricted,
        addresses = new[]
        {
            new { lines = new[] { Canaries.RestrictedStreet }, postcode = Postcode, areaCode = "E10000029", use = "home" },
            new { lines = new[] { Canaries.Street }, postcode = "CA99 9ZZ", areaCode = "E06000063", use = "old" },
        },
    };
}
