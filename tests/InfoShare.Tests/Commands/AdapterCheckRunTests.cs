using System.Text.Json.Nodes;
using InfoShare.Cli.Checks;
using InfoShare.Tests.Adapters;
using InfoShare.Tests.Clock;
using InfoShare.Tests.SocialCare;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class AdapterCheckRunTests : IDisposable
{
    private static readonly string Cumberland = Path.Combine(Sources.Root, "samples", "social-care-cumberland", "cin-sample.xml");
    private static readonly string Suffolk = Path.Combine(Sources.Root, "samples", "social-care-suffolk", "cin-sample.xml");

    private readonly ManualClock clock = new(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string Said => output.ToString();

    [Fact]
    public async Task A_file_is_told_record_by_record_and_then_in_total()
    {
        Assert.Equal(0, await RunAsync("cin", Cumberland));

        Assert.StartsWith("Can be read as cin, by social-care-cumberland, on 2026-11-20.", Said, StringComparison.Ordinal);
        Assert.Contains("\nchild 12, episode 1\n  quarantined: Child[12]/CINdetails[1]/CINreferralDate: must be a day that exists", Lf(Said), StringComparison.Ordinal);
        Assert.Contains("In total 13 records: 9 messages, 3 with nothing to send, 1 quarantined.", Said, StringComparison.Ordinal);
        Assert.Contains("1 × would send child.movedArea to designated-safeguarding-lead, ", Said, StringComparison.Ordinal);
        Assert.Contains("1 × would send involvement.recorded to nobody: ", Said, StringComparison.Ordinal);
        Assert.Contains("1 × nothing to send: an adult", Said, StringComparison.Ordinal);
        Assert.Contains("1 × quarantined: Child/CINdetails/CINreferralDate: must be a day that exists", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_by_the_participant_whose_file_it_is_unless_another_is_named()
    {
        Assert.Equal(0, await RunAsync("cin", Suffolk));
        Assert.Contains(", by social-care-suffolk,", Said, StringComparison.Ordinal);

        Assert.Equal(1, await RunAsync("cin", Suffolk, participant: "social-care-cumberland"));
        Assert.Contains("Cannot be read as cin, by social-care-cumberland:", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_records_with_the_same_fate_some_are_told_and_json_has_them_all()
    {
        var closed = CinSample.Episode("2025-01-01", "<CINclosureDate>2025-02-01</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>");
        var file = Write("census.xml", CinSample.File(CinSample.Child(string.Concat(Enumerable.Repeat(closed, 30))) + CinSample.Child(CinSample.Episode("2026-13-01"))));

        Assert.Equal(0, await RunAsync("cin", file));
        Assert.Contains("child 1, episode 20", Said, StringComparison.Ordinal);
        Assert.DoesNotContain("child 1, episode 21", Said, StringComparison.Ordinal);
        Assert.Contains("child 2, episode 1\n  quarantined:", Lf(Said), StringComparison.Ordinal);
        Assert.Contains("… and 10 more records", Said, StringComparison.Ordinal);
        Assert.Contains("30 × nothing to send: closed episode", Said, StringComparison.Ordinal);

        var json = await JsonAsync("cin", file);
        Assert.Equal((31, 0, 30, 1), ((int)json["records"]!, (int)json["messages"]!, (int)json["nothingToSend"]!, (int)json["quarantined"]!));
        Assert.Equal(31, json["details"]!.AsArray().Count);
        Assert.Equal("closed episode", (string?)json["details"]![20]!["because"]);
        Assert.Equal("Child[2]/CINdetails[1]/CINreferralDate", (string?)json["details"]![30]!["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task A_message_is_told_by_its_type_parts_and_roles()
    {
        var file = Write("help.json", Canonical.Concern(level: 2, from: new("urn", "999998")));

        var message = (await JsonAsync("canonical", file))["details"]![0]!["messages"]![0]!;

        Assert.Equal("""{"type":"concern.raised","urgent":false,"parts":["identity","incident"],"to":[],"toWithAgreement":["designated-safeguarding-lead","school-nurse","early-help-coordinator"],"leftOut":[]}""", message.ToJsonString());
        Assert.Equal(0, await RunAsync("canonical", file));
        Assert.Contains("would send concern.raised to nobody without an agreement to share; with one: designated-safeguarding-lead, ", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_goes_missing_is_told()
    {
        var file = Write("census.xml", CinSample.File(CinSample.Child(CinSample.Episode(rest: "<CINclosureDate>soon</CINclosureDate>"))));

        Assert.Equal(0, await RunAsync("cin", file));

        Assert.Contains("    left out: CINdetails/CINclosureDate: must be ", Said, StringComparison.Ordinal);
        Assert.Contains("1 × left out: CINdetails/CINclosureDate: must be ", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_why_and_exits_1()
    {
        var file = Write("broken.json", "{\"resourceType\":\"Bundle\"");

        Assert.Equal(1, await RunAsync("fhir", file));
        Assert.StartsWith("Cannot be read as fhir, by health-cumberland:", Said, StringComparison.Ordinal);
        Assert.Contains("must be well-formed JSON", Said, StringComparison.Ordinal);
        Assert.False((bool)(await JsonAsync("fhir", file))["readable"]!);
    }

    [Fact]
    public async Task A_workbook_is_named_as_one_whatever_it_is_to_be_read_as()
    {
        Assert.Equal(1, await RunAsync("ssda903", Write("episodes.csv", "PK\u0003\u0004 a workbook")));

        Assert.Contains("must not be a ZIP archive or a workbook: hand in the files that it holds, or save the sheet as CSV", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_name_and_beginning_are_taken_for_is_told_where_it_is_something_else()
    {
        Assert.Equal(0, await RunAsync("canonical", Write("help.json", Canonical.Concern(from: new("urn", "999998")))));
        Assert.DoesNotContain("Beware", Said, StringComparison.Ordinal);

        Assert.Equal(1, await RunAsync("cin", Write("census.json", "{}")));
        Assert.Contains("takes it for canonical when it lies in in/", Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cin", "police-suffolk", "police-suffolk does not read cin; it reads ")]
    [InlineData("cin", "police-kent", "police-kent: is not in the sample directory")]
    [InlineData("cin", null, "no-such-file.xml: there is no such file")]
    public async Task What_cannot_be_done_is_one_line_and_exit_1(string format, string? participant, string says)
    {
        Assert.Equal(1, await RunAsync(format, "no-such-file.xml", participant));
        Assert.Empty(Said);
        Assert.StartsWith(says, Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_personal_value_is_printed_and_nothing_is_written()
    {
        var good = Canonical.Data("Canaryname-1", facts: "Canaryname of Canary Lane", child: "Canaryname");
        var parts = good.Parts with { Address = new() { Addresses = [new() { Lines = ["1 Canary Lane"], Postcode = "CA99 9ZX" }] } };
        var message = Canonical.Message(good with { Parts = parts }, id: "Canaryname", from: new("urn", "999998"));
        string[] bad = [message.Replace("2015-03-04", "Canaryname", StringComparison.Ordinal), message.Replace("\"concernId\"", "\"Canaryname\"", StringComparison.Ordinal)];
        var file = Write("Canaryname.json", Canonical.List([message, .. bad]));

        Assert.Equal(0, await RunAsync("canonical", file));
        await JsonAsync("canonical", file);

        Assert.Contains("1 message, 0 with nothing to send, 2 quarantined", Said, StringComparison.Ordinal);
        Assert.All((string[])["Canary", "CA99", "2015-03-04", "Testperson"], value => Assert.DoesNotContain(value, Said + error, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["Canaryname.json", "infoshare.yaml"], System.IO.Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private string Write(string name, string content)
    {
        var path = folder.File(name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<JsonNode> JsonAsync(string format, string file)
    {
        var before = Said.Length;
        await RunAsync(format, file, json: true);
        return JsonNode.Parse(Said[before..])!;
    }

    private Task<int> RunAsync(string format, string file, string? participant = null, bool json = false)
    {
        var config = Write("infoshare.yaml", $"data: {folder.File("data")}\n");
        return new AdapterCheckRun(clock, output, error).RunAsync(new(format, file, participant, config, null, json), TestContext.Current.CancellationToken);
    }

    private static string Lf(string text) => text.ReplaceLineEndings("\n");
}
