using InfoShare.Adapters.Translation;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>Files of many records are taken a part at a time.</summary>
public sealed class LargeFileTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();
    private readonly LinesTranslator lines = new();

    public LargeFileTests()
    {
        agency.Translators = [lines, new CanonicalTranslator()];
        agency.Settings = agency.Settings with { FileBytes = 300 * 1024, LargeFileBytes = 2 * 1024 * 1024 };
    }

    [Fact]
    public async Task Its_counts_add_up_over_all_commits_and_each_bad_record_has_a_reason()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(6_000, "send", "skip", "bad")));

        await agency.PickUpAsync();

        Assert.Equal((6_000, 2_000, 2_000, 2_000), Counts("a.lines"));
        Assert.Equal(2_000, agency.Summary("a.lines").GetProperty("because").GetProperty("a closed case").GetInt32());
        Assert.Equal(2_000, agency.Adapter.Status().Waiting);
        Assert.Equal(1_000, agency.Reasons().Count(r => r.StartsWith('{')));
        Assert.Equal(Enumerable.Range(1, 2_000).Select(i => i * 3), ReasonedRecords().Order());
        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(agency.Settings.Folder, "reading")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(3_000)]
    [InlineData(6_000)]
    public async Task A_stop_while_it_is_read_ends_with_the_same_summary_and_nothing_twice(int record)
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(6_000, "send", "skip", "bad")));
        using var stop = new CancellationTokenSource();
        lines.Making = number =>
        {
            if (number == record)
                stop.Cancel();
        };
        await agency.Adapter.PickUpAsync(AgencyUnderTest.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => agency.Adapter.PickUpAsync(stop.Token));
        Assert.True(File.Exists(agency.In("a.lines")));

        await agency.ReopenAsync();
        agency.Clock.Advance(TimeSpan.FromDays(1));
        await agency.PickUpAsync();

        Assert.Equal((6_000, 2_000, 2_000, 2_000), Counts("a.lines"));
        Assert.Equal(2_000, agency.Adapter.Status().Waiting);
        Assert.Equal(0, agency.Adapter.Status().Unchanged);
        Assert.Equal(Enumerable.Range(1, 2_000).Select(i => i * 3), ReasonedRecords().Order());
        Assert.False(File.Exists(agency.Done("a-2.lines")));
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_lets_it_go_on_later()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(6_000, "send")));
        var filled = false;
        lines.Making = number =>
        {
            if (number == 3_000 && !filled)
                filled = DiskFull.FillAsync(agency.Adapter.Database).Wait(Timeout.Infinite, AgencyUnderTest.Token);
        };
        await agency.PickUpAsync();
        Assert.True(File.Exists(agency.In("a.lines")));
        Assert.InRange(agency.Adapter.Status().Waiting, 1, 5_999);

        await DiskFull.FreeAsync(agency.Adapter.Database);
        await agency.PickUpAsync();

        Assert.Equal((6_000, 6_000, 0, 0), Counts("a.lines"));
        Assert.Equal(6_000, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task Where_its_translator_fails_the_records_before_stand_and_the_rest_is_told_as_not_read()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(3_000, "send").Append("fail").Append("send")));

        await agency.PickUpAsync();

        Assert.Equal((3_001, 3_000, 0, 1), Counts("a.lines"));
        var reason = Assert.Single(agency.Reasons());
        Assert.Contains("all after record 3000", reason);
        Assert.Contains("a fault of ours", reason);
        Assert.DoesNotContain("Canary", reason);
    }

    [Fact]
    public async Task What_is_done_to_the_file_while_it_is_read_does_no_harm()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(6_000, "send")));
        lines.Making = number =>
        {
            if (number == 1_000)
                File.WriteAllText(agency.In("a.lines"), "");
        };

        await agency.PickUpAsync();

        Assert.Equal((6_000, 6_000, 0, 0), Counts("a.lines"));
    }

    [Fact]
    public async Task While_it_is_read_the_status_says_how_far_it_has_come()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(6_000, "skip")));
        var seen = 0;
        lines.Making = number =>
        {
            if (number == 5_500)
                seen = agency.Adapter.Status().Reading!.Records;
        };

        await agency.PickUpAsync();

        Assert.Equal(5_000, seen);
        Assert.Null(agency.Adapter.Status().Reading);
    }

    [Fact]
    public async Task The_files_behind_it_come_after_all_of_its_records()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(3_000, "send")));
        agency.Drop("b.json", Canonical.Concern("C-3000", facts: "later", child: "pupil-3000"));

        await agency.PickUpAsync();
        await agency.SendAsync();

        Assert.IsType<InfoShare.Contracts.Concerns.ConcernCorrected>(agency.Link.Messages.MaxBy(m => m.Order, StringComparer.Ordinal)!.Data);
    }

    [Fact]
    public async Task A_file_beyond_the_larger_limit_is_quarantined_unread()
    {
        agency.Drop("a.lines", LinesTranslator.File(Repeat(30_000, "send")));
        agency.Drop("b.json", new byte[301 * 1024]);

        await agency.PickUpAsync();

        Assert.Equal(["must not be larger than 2 MiB", "must not be larger than 300 KiB"],
            agency.Reasons().Select(r => System.Text.Json.JsonDocument.Parse(r).RootElement.GetProperty("problems")[0].GetProperty("problem").GetString()));
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    private static IEnumerable<string> Repeat(int records, params string[] words) => Enumerable.Range(0, records).Select(i => words[i % words.Length]);

    private (int Records, int Messages, int Nothing, int Quarantined) Counts(string name)
    {
        var summary = agency.Summary(name);
        return (Count("records"), Count("messages"), Count("nothingToSend"), Count("quarantined"));

        int Count(string field) => summary.GetProperty(field).GetInt32();
    }

    /// <summary>The numbers of the records that have a reason, in files for one or for many.</summary>
    private IEnumerable<int> ReasonedRecords() => agency.Reasons()
        .Select(text => System.Text.Json.JsonDocument.Parse(text).RootElement)
        .SelectMany(reason => reason.ValueKind is System.Text.Json.JsonValueKind.Array ? [.. reason.EnumerateArray()] : new[] { reason })
        .Select(reason => reason.GetProperty("record").GetInt32());

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
