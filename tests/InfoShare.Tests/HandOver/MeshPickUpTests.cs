using System.Text;
using InfoShare.Adapters;
using InfoShare.Adapters.Mesh;
using InfoShare.Tests.Adapters;

namespace InfoShare.Tests.HandOver;

/// <summary>Picking up from a mailbox of the NHS's message exchange.</summary>
public sealed class MeshPickUpTests : IAsyncLifetime
{
    private const string Ours = "X26OURS";

    private readonly MeshExchange exchange = new();
    private readonly AgencyUnderTest agency = new();

    public async ValueTask InitializeAsync()
    {
        await exchange.StartAsync();
        agency.Settings = agency.Settings with
        {
            Mesh = new MeshSettings(exchange.Address, Ours, Secret.Of(MeshExchange.Password), Secret.Of(MeshExchange.SharedKey)),
        };
    }

    [Theory]
    [InlineData(int.MaxValue, false)]
    [InlineData(100, false)]
    [InlineData(int.MaxValue, true)]
    [InlineData(100, true)]
    public async Task A_message_is_taken_whole_however_it_is_cut_and_packed(int chunkBytes, bool compressed)
    {
        exchange.ChunkBytes = chunkBytes;
        Put("M1", Canonical.Concern(), "whatever the sender calls it.json", compressed);

        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        await agency.PickUpAsync();

        Assert.Equal(1, agency.Summary("M1.json").GetProperty("messages").GetInt32());
        Assert.True(exchange.Mailbox(Ours)[0].Acknowledged);
        Assert.Equal(0, exchange.Unauthorised);
        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(agency.Settings.Folder, "reading")));
    }

    [Fact]
    public async Task More_than_a_page_is_taken_at_one_look()
    {
        for (var i = 0; i < 25; i++)
            Put($"M{i:00}", Canonical.Concern($"C{i}", child: $"pupil-{i}"));
        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        Assert.Equal(25, System.IO.Directory.GetFiles(agency.In("")).Length);
    }

    [Fact]
    public async Task A_crash_before_the_acknowledgement_has_no_second_effect()
    {
        Put("M1", Canonical.Concern());
        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        await agency.PickUpAsync();
        exchange.Mailbox(Ours)[0].Acknowledged = false;

        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        await agency.PickUpAsync();

        Assert.Equal(1, agency.Adapter.Status().Waiting);
        Assert.Equal(0, agency.Summary("M1-2.json").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task A_message_stays_in_the_mailbox_while_it_cannot_be_kept_and_the_others_go_on()
    {
        Put("M1", "not gzip at all", compressed: false);
        exchange.Mailbox(Ours)[0] = exchange.Mailbox(Ours)[0] with { Compressed = true };
        Put("M2", Canonical.Concern());

        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);

        Assert.Equal([false, true], exchange.Mailbox(Ours).Select(m => m.Acknowledged));
        Assert.Equal(["M2.json"], System.IO.Directory.GetFiles(agency.In(""), "*.json").Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_swells_when_unpacked_is_cut_and_quarantined_as_too_large()
    {
        agency.Settings = agency.Settings with { FileBytes = 64 * 1024, LargeFileBytes = 128 * 1024 };
        Put("M1", new string(' ', 50 * 1024 * 1024), compressed: true);

        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        Assert.Equal(128 * 1024 + 1, new FileInfo(agency.In("M1.json")).Length);
        await agency.PickUpAsync();

        Assert.Contains("must not be larger than 64 KiB", Assert.Single(agency.Reasons()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_any_file_may_be_is_not_read_to_its_end()
    {
        agency.Settings = agency.Settings with { FileBytes = 64 * 1024, LargeFileBytes = 128 * 1024 };
        exchange.ChunkBytes = 100 * 1024;
        Put("M1", new string(' ', 10 * 1024 * 1024));

        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);

        Assert.Equal(128 * 1024 + 1, new FileInfo(agency.In("M1.json")).Length);
        Assert.Equal(2, exchange.Downloads);
    }

    [Fact]
    public async Task A_wrong_password_takes_nothing_and_the_next_look_tries_again()
    {
        Put("M1", Canonical.Concern());
        agency.Settings = agency.Settings with { Mesh = agency.Settings.Mesh! with { Password = Secret.Of("another") } };
        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        Assert.True(exchange.Unauthorised > 0);
        Assert.False(exchange.Mailbox(Ours)[0].Acknowledged);
        Assert.Contains(agency.Log.Lines, line => line.Contains("the mailbox cannot be looked into", StringComparison.Ordinal));
        Assert.DoesNotContain(agency.Log.Lines, line => line.Contains("another", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_senders_file_name_leads_nowhere()
    {
        Put("M..1", Canonical.Concern(), "../../../etc/x.json");
        await agency.Adapter.TakeMailAsync(AgencyUnderTest.Token);
        Assert.Matches("^[0-9a-f]{32}\\.json$", Path.GetFileName(Assert.Single(System.IO.Directory.GetFiles(agency.In("")))));
    }

    public async ValueTask DisposeAsync()
    {
        await agency.DisposeAsync();
        await exchange.DisposeAsync();
    }

    private void Put(string id, string content, string fileName = "a.json", bool compressed = false)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        exchange.Mailbox(Ours).Add(new(id, new Dictionary<string, string> { ["mex-MessageType"] = "DATA", ["mex-FileName"] = fileName }, compressed ? MeshExchange.Compress(bytes) : bytes, compressed));
    }
}
