using System.Text.Json;
using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;
using InfoShare.Tests;

namespace InfoShare.EndToEnd.Tests.Stories;

/// <summary>The family is not lost, nobody begins anew, nothing is given away on one side alone, and he does not learn where they are.</summary>
[TakesMinutes]
public sealed class FamilyLeavesCumberlandTests(FamilyLeavesCumberlandTests.AfterTheStory story) : IClassFixture<FamilyLeavesCumberlandTests.AfterTheStory>
{
    private const string FrontDoor = "children-services-front-door";
    private static readonly string[] MaySeeAddress = [FrontDoor, "named-officer"];

    [Fact]
    public void Nothing_that_was_accepted_is_lost_over_a_stop_of_everything()
    {
        Assert.Empty(story.Data.Files("in"));
        Assert.Equal(["child.movedArea", "transfer.requested", "concern.raised", "concern.raised", "concern.raised"], Canonical("social-care-suffolk", FrontDoor).Select(file => file.Type));
        Assert.Equal(["accepted", "conference-held", "responsibility-passed"], Canonical("social-care-cumberland", "referrer").Select(file => Data(file).GetProperty("answer").GetProperty("transfer").GetString()));
    }

    [Fact]
    public void Each_delivery_had_one_effect_though_every_file_came_twice()
    {
        var deliveries = story.Out.Where(file => file.DeliveryId.Length > 0).Select(file => file.DeliveryId).ToList();
        Assert.Equal(deliveries.Count, deliveries.Distinct().Count());
    }

    [Fact]
    public async Task Everything_that_left_was_decided_and_every_decision_comes_out_as_recorded()
    {
        var listed = await JsonAsync("deliveries", "list", "--most", "1000");
        var decided = listed.GetProperty("deliveries").EnumerateArray().ToDictionary(d => d.GetProperty("deliveryId").GetString()!);
        Assert.All(story.Out.Where(file => file.DeliveryId.Length > 0), file => Assert.True(decided[file.DeliveryId].GetProperty("because").GetArrayLength() > 0));

        var report = (await JsonAsync("policy", "replay")).GetProperty("report");
        Assert.Equal(report.GetProperty("decisions").GetInt64(), report.GetProperty("same").GetInt64());
        Assert.Equal(0, (await CommandAsync("audit", "verify")).ExitCode);
    }

    [Fact]
    public void Whoever_sent_something_that_did_not_go_is_told()
    {
        Assert.Contains("no-agreement", Notices("education-cumberland"), StringComparison.Ordinal);
        Assert.Contains("transfer-not-accepted", Notices("social-care-cumberland"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_restricted_address_is_with_those_who_may_see_it_and_nowhere_else()
    {
        Assert.Contains(story.Out, file => file.Role == FrontDoor && file.Participant == "social-care-suffolk" && TellsAddress(file.Text));
        Assert.All(story.Out.Where(file => !MaySeeAddress.Contains(file.Role)), file => Assert.False(TellsAddress(file.Text), $"{file.Participant} {file.Role}: {file.Text}"));
        Assert.All(story.Shown, text => Assert.False(TellsAddress(text)));
        Assert.All(story.OwnFiles, file => Assert.False(file.TellsAddress, file.Name));
        Assert.True(story.OwnFiles.Count > 10);
    }

    [Fact]
    public async Task What_operators_read_tells_neither_the_address_nor_the_area()
    {
        foreach (var asked in (string[][])[["deliveries", "list", "--most", "1000"], ["moves", "list"], ["moves", "lost"], ["moves", "transfers"], ["identity", "reviews"], ["audit", "export", "--fhir", "--since", "2026-01-01"]])
        {
            var outcome = await CommandAsync(asked);
            Assert.Equal(0, outcome.ExitCode);
            Assert.False(TellsAddress(outcome.Output), string.Join(' ', asked));
            Assert.Empty(Canaries.In(outcome.Output, fileNames: false));
        }

        Assert.DoesNotContain("E10000029", (await CommandAsync("moves", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_left_behind_in_Cumberland_learns_that_they_have_gone_and_not_where_to()
    {
        foreach (var participant in (string[])["education-cumberland", "health-cumberland", "police-cumberland"])
            Assert.All(story.Out.Where(file => file.Participant == participant), file => Assert.DoesNotContain("E10000029", file.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_reader_gets_its_concerns_of_one_sender_in_that_senders_order()
    {
        foreach (var line in story.Out.Where(file => file.Data is not null && file.Role.Length > 0).GroupBy(file => (file.Participant, file.Role, JsonDocument.Parse(file.Text).RootElement.GetProperty("partitionkey").GetString())))
        {
            var orders = line.Select(file => JsonDocument.Parse(file.Text).RootElement.GetProperty("order").GetString()).ToList();
            Assert.Equal(orders.Order(StringComparer.Ordinal), orders);
        }
    }

    [Fact]
    public void Nobody_answers_for_Suffolk_but_Suffolk_and_nobody_passes_over_the_conference()
    {
        Assert.Contains(story.Data.Files("quarantine", "police-suffolk"), file => file.EndsWith(".reason.json", StringComparison.Ordinal));
        Assert.Contains(story.Data.Files("quarantine", "social-care-suffolk"), file => File.ReadAllText(file).Contains("must not follow on requested", StringComparison.Ordinal));
    }

    [Fact]
    public void The_new_front_door_begins_with_what_was_before()
    {
        var first = Canonical("social-care-suffolk", FrontDoor).First(file => file.Type == "child.movedArea");
        var history = Data(first).GetProperty("parts").GetProperty("history");

        Assert.Equal(3, history.GetProperty("earlierConcerns").GetInt32());
        Assert.Equal("2026-09-14", history.GetProperty("since").GetString());
        Assert.Equal(["child-protection", "child-in-need"], history.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("type").GetString()));
        Assert.Equal("E06000063", history.GetProperty("responsibility").GetProperty("heldBy").GetString());
    }

    [Fact]
    public void Responsibility_is_Cumberlands_until_Suffolk_has_taken_it_and_the_next_concern_says_so()
    {
        var concerns = Canonical("social-care-suffolk", FrontDoor).Where(file => file.Type == "concern.raised").Select(file => Data(file).GetProperty("parts").GetProperty("history").GetProperty("responsibility")).ToList();
        Assert.Equal([("E06000063", "requested"), ("E10000029", "responsibility-passed")], new[] { concerns[0], concerns[^1] }.Select(held => (held.GetProperty("heldBy").GetString()!, held.GetProperty("transfer").GetString()!)));
    }

    private IEnumerable<OutFile> Canonical(string participant, string role) => story.Out.Where(file => file.Participant == participant && file.Role == role && file.Data is not null);

    private static JsonElement Data(OutFile file) => file.Data!.Value;

    private string Notices(string participant) => string.Join('\n', story.Out.Where(file => file.Participant == participant && file.Role.Length == 0).Select(file => file.Text));

    private static bool TellsAddress(string text) =>
        text.Contains("zzhiddencanary", StringComparison.OrdinalIgnoreCase) || text.Replace(" ", "", StringComparison.Ordinal).Contains("IP999QX", StringComparison.OrdinalIgnoreCase);

    private Task<CommandOutcome> CommandAsync(params string[] asked) => Command.InfoShareAsync([.. asked, "--data", story.Data.Path]);

    private async Task<JsonElement> JsonAsync(params string[] asked)
    {
        var outcome = await CommandAsync([.. asked, "--json"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    /// <summary>The story, told once.</summary>
    public sealed class AfterTheStory : IAsyncLifetime
    {
        internal DataFolder Data { get; } = new();

        internal IReadOnlyList<OutFile> Out { get; private set; } = [];

        internal IReadOnlyList<string> Shown { get; private set; } = [];

        /// <summary>Files that are not the agencies' own, nor the broker's, which holds what is on its way.</summary>
        internal List<(string Name, bool TellsAddress)> OwnFiles { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Assert.SkipUnless(Directory.Exists("/usr/lib/rabbitmq/lib"), "RabbitMQ is not installed: apt-get install rabbitmq-server");
            var story = new FamilyStory(Data);
            await story.RunAsync();
            (Out, Shown) = (story.Out, story.Shown);
            string[] agencies = ["in", "done", "out", "quarantine"];
            var theirs = DataFolder.Participants.SelectMany(p => agencies.Select(folder => Data.Agency(p, folder) + Path.DirectorySeparatorChar)).Append(Path.Combine(Data.Path, "nodes") + Path.DirectorySeparatorChar).ToList();
            foreach (var file in Directory.EnumerateFiles(Data.Path, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Data.Keys, "*", SearchOption.AllDirectories)).Where(f => !theirs.Any(t => f.StartsWith(t, StringComparison.Ordinal))))
            {
                var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
                OwnFiles.Add((Path.GetRelativePath(Data.Path, file), TellsAddress(System.Text.Encoding.Latin1.GetString(bytes)) || TellsAddress(System.Text.Encoding.Unicode.GetString(bytes))));
            }
        }

        public ValueTask DisposeAsync()
        {
            Data.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
