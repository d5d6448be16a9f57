using System.Text;
using System.Text.Json;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class FolderPickUpTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task A_readable_file_ends_in_done_with_a_summary_whose_counts_add_up()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("1"), "{}", Canonical.Concern("2")));
        await agency.PickUpAsync();
        Assert.False(File.Exists(agency.In("a.json")));
        Assert.True(File.Exists(agency.Done("a.json")));
        var summary = agency.Summary("a.json");
        Assert.Equal(
            [4, 2, 1, 1],
            new[] { "records", "messages", "nothingToSend", "quarantined" }.Select(name => summary.GetProperty(name).GetInt32()));
    }

    [Fact]
    public async Task Each_bad_record_has_a_reason_that_names_its_place_and_field_and_never_the_value()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2").Replace("2015-03-04", "2015-02-30", StringComparison.Ordinal)));
        await agency.PickUpAsync();
        var reason = JsonDocument.Parse(File.ReadAllText(agency.Quarantine("a.json.1.reason.json"))).RootElement;
        Assert.Equal((2, "message 2"), (reason.GetProperty("record").GetInt32(), reason.GetProperty("place").GetString()));
        var problem = Assert.Single(reason.GetProperty("problems").EnumerateArray().ToList());
        Assert.Equal("data.parts.identity.dateOfBirth", problem.GetProperty("field").GetString());
        Assert.Contains("a day that exists", problem.GetProperty("problem").GetString());
        Assert.DoesNotContain("2015-02-30", reason.GetRawText());
    }

    [Fact]
    public async Task A_file_dropped_twice_changes_nothing_and_gets_a_suffix()
    {
        Assert.Single(await agency.SendAsync("a.json", Canonical.Concern()));
        Assert.Empty(await agency.SendAsync("a.json", Canonical.Concern()));
        Assert.True(File.Exists(agency.Done("a-2.json")));
        Assert.Equal(0, agency.Summary("a-2.json").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task Files_taken_together_never_get_the_same_name()
    {
        await agency.SendAsync("a.json", Canonical.Concern("1"));
        agency.Drop("a.json", Canonical.Concern("2"));
        agency.Drop("a-2.json", Canonical.Concern("3"));

        await agency.PickUpAsync();

        var done = System.IO.Directory.GetFiles(agency.Done("")).Where(f => !f.EndsWith(".summary.json", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, done.Count);
        Assert.Equal(3, done.Select(File.ReadAllText).Distinct().Count());
    }

    [Fact]
    public async Task Files_taken_together_keep_the_order_of_their_names()
    {
        foreach (var i in Enumerable.Range(0, 80))
            agency.Drop($"{i:00}.json", Canonical.Concern($"{i}", level: 4, facts: $"concern {i}"));

        await agency.PickUpAsync();
        await agency.SendAsync();

        var sent = agency.Link.Messages.OrderBy(m => m.Order, StringComparer.Ordinal).Select(m => ((ConcernRaised)m.Data).Parts.Incident!.Facts);
        Assert.Equal(Enumerable.Range(0, 80).Select(i => $"concern {i}"), sent);
    }

    [Fact]
    public async Task A_crash_between_the_spool_and_the_move_ends_with_the_same_summary()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2")));
        System.IO.Directory.Delete(agency.Done(""));
        await agency.PickUpAsync();
        Assert.True(File.Exists(agency.In("a.json")));
        Assert.Equal(2, agency.Adapter.Status().Waiting);

        await agency.ReopenAsync();
        await agency.PickUpAsync();
        Assert.False(File.Exists(agency.In("a.json")));
        Assert.Equal(2, agency.Summary("a.json").GetProperty("messages").GetInt32());
        Assert.Equal(2, agency.Adapter.Status().Waiting);
        Assert.False(File.Exists(agency.Done("a-2.json")));
    }

    [Fact]
    public async Task A_crash_after_the_reasons_were_written_does_not_write_them_under_another_name()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), "{}"));
        System.IO.Directory.Delete(agency.Done(""));
        await agency.PickUpAsync();
        Assert.Single(agency.Reasons());
        await agency.ReopenAsync();
        await agency.PickUpAsync();
        Assert.Single(agency.Reasons());
        Assert.True(File.Exists(agency.Done("a.json")));
    }

    [Fact]
    public async Task A_file_that_is_still_written_is_left_alone()
    {
        agency.Drop("a.json", "[");
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        File.AppendAllText(agency.In("a.json"), Canonical.Concern("1"));
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        // A pause of the writer: unchanged, but not readable yet, and young.
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        Assert.True(File.Exists(agency.In("a.json")));
        File.AppendAllText(agency.In("a.json"), "]");
        await agency.PickUpAsync();
        Assert.Equal(1, agency.Summary("a.json").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task An_unreadable_file_goes_to_quarantine_once_it_is_old_enough()
    {
        agency.Drop("a.json", "{\"id\":");
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        Assert.True(File.Exists(agency.In("a.json")));
        agency.Clock.Advance(TimeSpan.FromSeconds(5));
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        Assert.True(File.Exists(agency.Quarantine("a.json")));
        Assert.Contains("well-formed JSON", File.ReadAllText(agency.Quarantine("a.json.1.reason.json")));
    }

    [Fact]
    public async Task A_file_of_no_known_format_says_so()
    {
        agency.Drop("a.xyz", "hello");
        await agency.PickUpAsync();
        Assert.Contains("is of no format that this adapter reads", Assert.Single(agency.Reasons()));
    }

    [Fact]
    public async Task A_link_is_not_followed_and_is_told_once()
    {
        var target = Path.Combine(agency.Root, "elsewhere.json");
        File.WriteAllText(target, Canonical.Concern());
        _ = agency.Adapter;
        File.CreateSymbolicLink(agency.In("link.json"), target);
        await agency.PickUpAsync();
        await agency.PickUpAsync();
        Assert.Contains("must be a file, not a link", Assert.Single(agency.Reasons()));
        Assert.True(File.Exists(agency.In("link.json")));
    }

    [Fact]
    public async Task Fifty_megabytes_are_quarantined_unread()
    {
        _ = agency.Adapter;
        using (var large = File.Create(agency.In("big.json")))
            large.SetLength(50 * 1024 * 1024);
        await agency.PickUpAsync();
        Assert.True(File.Exists(agency.Quarantine("big.json")));
        Assert.Contains("must not be larger than 20 MiB", Assert.Single(agency.Reasons()));
    }

    [Theory]
    [InlineData(".hidden.json")]
    [InlineData("a.json.tmp")]
    [InlineData("a.json.part")]
    public async Task Files_that_say_they_are_not_finished_are_not_touched(string name)
    {
        agency.Drop(name, Canonical.Concern());
        await agency.PickUpAsync();
        Assert.True(File.Exists(agency.In(name)));
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task Links_and_folders_are_not_followed()
    {
        _ = agency.Adapter;
        var secret = Path.Combine(agency.Root, "secret.json");
        File.WriteAllText(secret, Canonical.Concern());
        File.CreateSymbolicLink(agency.In("link.json"), secret);
        System.IO.Directory.CreateDirectory(agency.In("folder"));
        File.WriteAllText(agency.In("folder/a.json"), Canonical.Concern());
        await agency.PickUpAsync();
        Assert.Equal(0, agency.Adapter.Status().Waiting);
        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task One_bad_file_does_not_stop_the_next()
    {
        agency.Translators = [new ThrowingTranslator(), new CanonicalTranslator()];
        agency.Drop("throw.json", "{}");
        agency.Drop("z.json", Canonical.Concern());
        await agency.PickUpAsync();
        Assert.True(File.Exists(agency.Quarantine("throw.json")));
        Assert.True(File.Exists(agency.Done("z.json")));
        Assert.DoesNotContain("Canary", string.Join('\n', agency.Log.Lines));
        Assert.DoesNotContain("Canary", Assert.Single(agency.Reasons()));
    }

    [Fact]
    public async Task Files_are_taken_in_the_order_of_their_names()
    {
        agency.Drop("2.json", Canonical.Concern(facts: "later"));
        agency.Drop("1.json", Canonical.Concern(facts: "earlier"));
        await agency.PickUpAsync();
        await agency.SendAsync();
        var correction = agency.Link.Messages.Select(m => m.Data).OfType<InfoShare.Contracts.Concerns.ConcernCorrected>().Single();
        Assert.Equal("later", correction.Concern.Parts.Incident!.Facts);
    }

    [Fact]
    public async Task A_very_long_file_name_ends_in_done()
    {
        var name = new string('n', 245) + ".json";
        agency.Drop(name, Canonical.Concern());
        await agency.PickUpAsync();
        Assert.Empty(System.IO.Directory.GetFiles(agency.In("")));
        Assert.Equal(1, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task A_message_for_an_organisation_that_the_participant_does_not_serve_is_quarantined()
    {
        agency.Drop("a.json", Canonical.Concern(from: new("urn", "999999")));
        await agency.PickUpAsync();
        Assert.Contains("\"field\": \"source\"", Assert.Single(agency.Reasons()));
    }

    [Fact]
    public async Task A_number_with_a_wrong_check_digit_is_marked_and_the_message_sent()
    {
        var bad = Canonical.Concern().Replace("\"system\":\"local\"", "\"system\":\"nhs-number\"", StringComparison.Ordinal).Replace("pupil-1", "9990000000", StringComparison.Ordinal);
        var sent = Assert.Single(await agency.SendAsync("a.json", bad));
        Assert.Contains("check-failed", Encoding.UTF8.GetString(agency.Link.Published[0].Message.Body.Span));
        Assert.IsType<InfoShare.Contracts.Concerns.ConcernRaised>(sent.Data);
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
