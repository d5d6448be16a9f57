using System.Text.Json;
using InfoShare.Cli.Checking;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Tests.Adapters;
using InfoShare.Tests.Clock;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class AdapterCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task Each_record_is_said_in_plain_words_and_then_all_of_them()
    {
        Assert.Equal(0, await RunAsync("attendance", File("a.csv", """
            UPN,Surname,DOB,Possible,Attended
            A942999825001,Canaryperson,2016-05-14,100,50
            P942999825002,Canaryperson,2016-05-14,100,95
            X,Canaryperson,2016-05-14,many,95
            """)));

        Assert.Equal(
            [
                "Read as attendance by education-cumberland, as of 2026-11-20:",
                "line 2: concern.raised, level of need 2, with an agreement to share only: to designated-safeguarding-lead, early-help-coordinator, school-nurse",
                "line 3: nothing to send: attendance is not below the line",
            ],
            Lines[..3]);
        Assert.StartsWith("line 4: quarantined: ", Lines[3], StringComparison.Ordinal);
        Assert.Contains("3 records: 1 messages, 1 with nothing to send, 1 quarantined", Lines);
        Assert.Contains("  1 to school-nurse, with an agreement to share only", Lines);
        Assert.DoesNotContain("Canary", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("05-level-3-neglect-sibling-a.json", "concern.raised, level of need 3, to designated-safeguarding-lead, gp-safeguarding-lead, allocated-team, children-services-front-door, school-nurse")]
    [InlineData("01-consent-to-share-given.json", "consent.recorded, to be recorded; passed on to nobody")]
    [InlineData("10-child-moved-to-suffolk.json", "child.movedArea, to designated-safeguarding-lead, gp-safeguarding-lead, allocated-team, children-services-front-door, school-nurse")]
    public async Task The_kinds_of_recipient_are_those_of_the_policy(string sample, string says)
    {
        Assert.Equal(0, await RunAsync("canonical", ProjectRoot.Path("samples", "education-cumberland", sample)));
        Assert.Equal($"message 1: {says}", Lines[1]);
    }

    [Fact]
    public async Task An_allegation_against_staff_would_reach_the_designated_officer_alone()
    {
        Assert.Equal(0, await RunAsync("canonical", ProjectRoot.Path("samples", "education-suffolk", "02-allegation-against-staff.json")));
        Assert.EndsWith("to local-authority-designated-officer", Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_police_conditions_keep_back_goes_to_those_named_and_the_named_officer()
    {
        Assert.Equal(0, await RunAsync("canonical", ProjectRoot.Path("samples", "police-cumberland", "02-handling-c-named-recipient.json")));
        Assert.EndsWith("named-officer", Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("front-door", Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_with_the_reason_and_exit_1()
    {
        Assert.Equal(1, await RunAsync("fhir", File("a.json", "{ \"resourceType\"")));
        Assert.Empty(output.ToString());
        Assert.StartsWith("it cannot be read as fhir: must be well-formed JSON", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync("fhir", folder.File("absent.json")));
        Assert.Contains("there is no such file", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_participant_that_does_not_read_the_format_is_refused()
    {
        Assert.Equal(1, await RunAsync(new("fhir", File("a.json", "{}"), "police-suffolk", null, null, false)));
        Assert.Contains("police-suffolk is no participant of the directory that reads fhir", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_the_same_is_one_document()
    {
        Assert.Equal(0, await RunAsync(new("canonical", File("a.json", Canonical.List(Canonical.Concern(level: 5), "7")), "education-cumberland", null, new(2026, 11, 20), Json: true)));
        var report = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(("canonical", "education-cumberland", true), (Text("format"), Text("participant"), report.GetProperty("readable").GetBoolean()));
        Assert.Equal(2, report.GetProperty("records").GetArrayLength());
        Assert.Equal((2, 2), (report.GetProperty("totals").GetProperty("records").GetInt32(), report.GetProperty("totals").GetProperty("quarantined").GetInt32()));

        string? Text(string name) => report.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var config = File("infoshare.yaml", $"data: {folder.File("data")}");
        Assert.Equal(0, await RunAsync(new("canonical", File("a.json", Canonical.Concern(from: new("urn", "999996"))), null, config, null, false)));
        Assert.Equal(["a.json", "infoshare.yaml"], System.IO.Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Every_format_of_every_kind_of_agency_can_be_checked()
    {
        Assert.Superset(new HashSet<string>(["fhir", "cin", "canonical"]), AgencyFormats.Names.ToHashSet());
        Assert.Equal(AgencyFormats.Names.Distinct(), AgencyFormats.Names);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private string[] Lines => output.ToString().TrimEnd().Split(Environment.NewLine);

    private string File(string name, string content)
    {
        System.IO.File.WriteAllText(folder.File(name), content);
        return folder.File(name);
    }

    private Task<int> RunAsync(string format, string file) => RunAsync(new(format, file, null, null, new(2026, 11, 20), Json: false));

    private Task<int> RunAsync(AdapterCheckOptions options) =>
        new AdapterCheckRun(new ManualClock(), output, error).RunAsync(options, TestContext.Current.CancellationToken);
}
