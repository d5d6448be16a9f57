using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Cli.Emergencies;
using InfoShare.Contracts.Codes;
using InfoShare.Routing.Emergency;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;
using Xunit;

namespace InfoShare.Tests.Commands;

/// <summary>The commands about emergency access, beside everything in one process with real files.</summary>
public sealed class EmergencyRunTests : IAsyncLifetime
{
    private const string Why = "CANARY: the child was seen at the station.";

    private static readonly byte[] Concern = Encoding.UTF8.GetBytes("""
        {"specversion":"1.0","id":"c1","source":"https://infoshare.local/agency/urn/999998","type":"uk.infoshare.concern.raised.v1","time":"2026-11-19T09:30:00Z",
         "data":{"concernId":"C-1","levelOfNeed":2,"parts":{
           "identity":{"identifiers":[{"system":"local","value":"P-1"}],"names":[{"family":"Testperson","given":["Robin"]}],"dateOfBirth":"2016-05-14"},
           "address":{"addresses":[{"lines":["3 Imaginary Lane"],"postcode":"CA99 9ZZ","areaCode":"E06000063","use":"home"}]},
           "incident":{"facts":"Invented."},"contact":{"role":"designated-safeguarding-lead"}}}}
        """);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private DeskHost desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DeskPlace Here => desk.Here;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskHost.StartAsync(folder.File("data"));
        await desk.AcceptAsync("education-cumberland", Concern);
        await DeskHost.UntilAsync(() => Delivery?.State == DeliveryStates.Withheld);
    }

    [Fact]
    public async Task It_is_started_listed_stopped_and_reviewed_while_everything_runs()
    {
        Assert.Equal(0, await StartAsync());
        var id = (string?)Said()["id"];
        Assert.Equal(1, (int?)Said()["leaving"]);
        await DeskHost.UntilAsync(() => Delivery!.State == DeliveryStates.HandedOver);

        Assert.Equal(1, await Run("").ReviewAsync(new(id!, "DUTY manager", ReviewOutcome.Justified, Here), Token));
        Assert.Equal("somebody else than who asked must review it", (string?)Said()["error"]);
        Assert.Equal(0, await ListAsync(text: false));
        var listed = Said()[0]!;
        Assert.Equal(("standing", "child-missing", "duty manager", false, null), ((string?)listed["state"], (string?)listed["reason"], (string?)listed["askedBy"], (bool?)listed["overdue"], listed["text"]));
        Assert.Equal(0, await Run("").StopAsync(new(id!, "head of service", Here), Token));
        Assert.Equal(0, await Run("").ReviewAsync(new(id!, "head of service", ReviewOutcome.Justified, Here), Token));
        Assert.Equal(0, await ListAsync(text: true));

        listed = Said()[0]!;
        Assert.Equal(("stopped", "justified", "head of service", Why), ((string?)listed["state"], (string?)listed["outcome"], (string?)listed["reviewedBy"], (string?)listed["text"]));
    }

    [Fact]
    public async Task Who_cannot_read_the_keys_is_turned_away_and_nothing_happens()
    {
        using var http = new HttpClient { BaseAddress = new(desk.Web.Urls.Single()) };
        foreach (var path in (string[])[DeskEndpoints.EmergencyStart, DeskEndpoints.EmergencyStop, DeskEndpoints.EmergencyReview, DeskEndpoints.IdentityLook, DeskEndpoints.IdentityDecide, DeskEndpoints.IdentityUnlink])
        {
            using var body = new StringContent("{}");
            using var answer = await http.PostAsync(path, body, Token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        MasterKey.Open(Path.Combine(folder.File("other.keys"), "routing"), dataExists: false);
        Assert.Equal(1, await StartAsync(Here with { Data = folder.File("other") }));
        Assert.Contains("has other keys", (string?)Said()["error"], StringComparison.Ordinal);
        Assert.Equal(0, await ListAsync(text: false));
        Assert.Empty(Said().AsArray());
    }

    [Fact]
    public async Task Where_no_router_answers_or_the_text_is_missing_it_is_one_line_and_exit_1()
    {
        var port = Here.Port;
        await desk.Web.StopAsync(Token);

        Assert.Equal(1, await StartAsync(Here with { Port = port }));
        Assert.StartsWith($"nothing answers on port {port!.Value.ToString(CultureInfo.InvariantCulture)}", (string?)Said()["error"], StringComparison.Ordinal);
        Assert.Equal(1, await Run("").StartAsync(new("d", "child-missing", folder.File("none.txt"), "x", 4, Here), Token));
        Assert.EndsWith("there is no such file", (string?)Said()["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_it_is_a_few_plain_lines()
    {
        Assert.Equal(0, await StartAsync(Here with { Json = false }));
        Assert.Matches("^emergency access [0-9a-f]{32} of la/E06000063#early-help-coordinator until .* UTC\n1 delivery leaves now", Text());
        Assert.Equal(0, await new EmergencyListRun(TimeProvider.System, output, error).RunAsync(new(Overdue: true, Text: false, new(desk.Data, null, null, false)), Token));
        Assert.Equal("0 shown, 0 overdue for review", Text().TrimEnd());
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        output.Dispose();
        error.Dispose();
        folder.Dispose();
    }

    private DeliveryRow? Delivery => desk.Read(s => s.AllDeliveries()).FirstOrDefault(d => d.Role == Roles.EarlyHelpCoordinator);

    private EmergencyRun Run(string input) => new(new StringReader(input), output, error);

    private Task<int> StartAsync(DeskPlace? place = null) =>
        Run(Why).StartAsync(new(Delivery!.DeliveryId, "child-missing", "-", "duty manager", 4, place ?? Here), Token);

    private Task<int> ListAsync(bool text) => new EmergencyListRun(TimeProvider.System, output, error).RunAsync(new(Overdue: false, text, new(desk.Data, null, null, true)), Token);

    private JsonNode said = null!;

    /// <summary>The JSON document of the last command that had one.</summary>
    private JsonNode Said()
    {
        if (output.GetStringBuilder().Length > 0)
            said = JsonNode.Parse(Text().TrimEnd().Split('\n')[^1])!;
        return said;
    }

    private string Text()
    {
        var text = output.ToString();
        output.GetStringBuilder().Clear();
        return text;
    }
}
