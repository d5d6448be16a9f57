using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.EndToEnd.Tests.Running;
using static InfoShare.EndToEnd.Tests.Stories.StoryMessages;

namespace InfoShare.EndToEnd.Tests.Stories;

/// <summary>
/// The parents say no to early help and to sharing; weeks later the child may come to harm. A no is respected as long as it counts, and
/// nobody takes it for one when it does not. After Somerset's review of Family A.
/// </summary>
public sealed class AgreementRefusedTests(AgreementRefusedTests.AfterTheStory story) : IClassFixture<AgreementRefusedTests.AfterTheStory>
{
    private const string FrontDoor = "children-services-front-door";

    [Fact]
    public void What_only_early_help_could_act_on_goes_to_nobody_and_its_senders_are_told_why()
    {
        Assert.DoesNotContain(story.Out, file => file.Role == "early-help-coordinator");
        Assert.DoesNotContain(story.Out, file => file.Text.Contains("Tired again.", StringComparison.Ordinal) || file.Text.Contains("Missed her check.", StringComparison.Ordinal));
        Assert.All((string[])["education-cumberland", "health-cumberland"], sender => Assert.Contains("no-agreement", Notices(sender), StringComparison.Ordinal));
    }

    [Fact]
    public void When_the_child_may_come_to_harm_who_must_act_has_it_on_a_basis_that_needs_no_agreement()
    {
        var concern = Canonical(FrontDoor);

        Assert.Contains("CA89-S47", concern.GetProperty("basis").EnumerateArray().Select(code => code.GetString()));
        Assert.DoesNotContain("UKGDPR-6-1-a", concern.GetProperty("basis").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["risk-of-significant-harm"], concern.GetProperty("because").EnumerateArray().Select(rule => rule.GetString()).Where(rule => !rule!.StartsWith("parts-", StringComparison.Ordinal) && rule != "history-for-who-must-act"));
        Assert.Contains(story.Out, file => file.Participant == "police-cumberland" && file.Text.Contains("Afraid to go home.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anybody_may_ask_why_it_was_shared_though_they_had_said_no()
    {
        var explained = await CommandAsync("policy", "explain", Canonical(FrontDoor).GetProperty("deliveryId").GetString()!, "--audience", "governance");

        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("CA89-S47", explained.Output, StringComparison.Ordinal);
        Assert.Contains("refused", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_school_hears_what_was_decided()
    {
        var answer = story.Out.Single(file => file.Participant == "education-cumberland" && file.Role == "referrer").Data!.Value.GetProperty("answer");

        var sent = JsonDocument.Parse(File.ReadAllText(story.Data.Files("done", "education-cumberland").Single(file => file.EndsWith("afraid.json.summary.json", StringComparison.Ordinal)))).RootElement.GetProperty("sent")[0];
        Assert.Equal(sent.GetProperty("message").GetString(), answer.GetProperty("inReplyTo").GetString());
        Assert.Equal(("s47", "Enquiries begin today."), (answer.GetProperty("outcome").GetString(), answer.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task The_board_sees_that_a_refusal_was_overridden_and_the_records_hold()
    {
        var figures = await CommandAsync("board", "figures", "--from", "2026-01-01", "--until", $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}", "--csv");

        Assert.Contains("shared-despite-refusal,social-care,risk-of-significant-harm,", figures.Output.Split('\n'));
        Assert.Contains("agreement,share,refused,", figures.Output.Split('\n'));
        Assert.Equal(0, (await CommandAsync("audit", "verify")).ExitCode);
    }

    private JsonElement Canonical(string role) => story.Out.Single(file => file.Role == role && file.Data is not null).Data!.Value;

    private string Notices(string participant) => string.Join('\n', story.Out.Where(file => file.Participant == participant && file.Role.Length == 0).Select(file => file.Text));

    private Task<CommandOutcome> CommandAsync(params string[] asked) => Command.InfoShareAsync([.. asked, "--data", story.Data.Path]);

    /// <summary>The story, told once.</summary>
    public sealed class AfterTheStory : IAsyncLifetime
    {
        internal DataFolder Data { get; } = new();

        internal IReadOnlyList<OutFile> Out { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using (var running = await InfoShareProcess.StartAsync(Data))
            {
                await TellAsync(running, "education-cumberland", "urn/999998", "consent.recorded", "no", new
                {
                    consentId = "no",
                    agreementTo = "share",
                    answer = "refused",
                    reason = "Invented.",
                    givenBy = "parent",
                    validFrom = "2026-10-01T09:00:00Z",
                    parts = new { identity = Identity("E-1") },
                });
                await TellAsync(running, "education-cumberland", "urn/999998", "concern.raised", "tired", Concern("tired", "E-1", 1, "2026-10-05", "Tired again."));
                await TellAsync(running, "health-cumberland", "ods/ZZ999", "concern.raised", "missed", AtHome(Concern("missed", "H-1", 1, "2026-10-20", "Missed her check.")));
                await TellAsync(running, "education-cumberland", "urn/999998", "concern.raised", "afraid", Concern("afraid", "E-1", 4, "2026-11-18", "Afraid to go home."));
                var told = Read().Single(file => file.Role == FrontDoor);
                await TellAsync(running, "social-care-cumberland", "la/E06000063", "concern.decision", "decided", new
                {
                    deliveryId = told.DeliveryId,
                    outcome = "s47",
                    rationale = "Enquiries begin today.",
                    decidedBy = FrontDoor,
                    decidedAt = Day,
                });
                Assert.Equal(0, await running.StopAsync());
            }

            Out = Read();
        }

        public ValueTask DisposeAsync()
        {
            Data.Dispose();
            return ValueTask.CompletedTask;
        }

        private static JsonNode AtHome(object concern)
        {
            var message = JsonSerializer.SerializeToNode(concern)!;
            message["parts"]!["address"] = JsonSerializer.SerializeToNode(new { addresses = new[] { new { postcode = "CA99 9ZZ", areaCode = "E06000063" } } });
            return message;
        }

        private async Task TellAsync(InfoShareProcess running, string participant, string source, string type, string name, object about)
        {
            Data.Drop(participant, $"{name}.json", Message(source, type, name, JsonSerializer.SerializeToNode(about)!.AsObject()));
            await Settled.WaitAsync(running, TimeSpan.FromMinutes(1));
        }

        private List<OutFile> Read() => [.. DataFolder.Participants.SelectMany(p => Data.Files("out", p).Select(file => OutFile.Read(p, file)))];
    }
}
