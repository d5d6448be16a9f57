using System.Text.Json;
using InfoShare.EndToEnd.Tests.Checking;
using InfoShare.EndToEnd.Tests.Running;
using InfoShare.Tests;

namespace InfoShare.EndToEnd.Tests;

/// <summary><c>infoshare demo --json</c>, as issue and help promise it.</summary>
[TakesMinutes]
public sealed class DemoTests
{
    private static readonly string[] Totals = ["accepted", "delivered", "withheld", "quarantined", "duplicatesRefused", "lost", "seconds", "deliveries"];
    private static readonly string[] Texts = ["messageId", "type", "from", "to", "role", "state"];
    private static readonly string[] Lists = ["parts", "withheldParts", "because", "basis"];

    [Fact]
    public async Task The_demo_loses_nothing_and_shows_every_kind_of_outcome()
    {
        using var data = new DataFolder();

        var outcome = await DemoAsync(data);

        Assert.Equal(Totals.Order(), outcome.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(0, outcome.GetProperty("lost").GetInt32());
        Assert.True(outcome.GetProperty("accepted").GetInt32() >= 20);
        Assert.All((string[])["delivered", "withheld", "quarantined", "duplicatesRefused", "seconds"], total => Assert.True(outcome.GetProperty(total).GetDouble() > 0, total));
        var deliveries = outcome.GetProperty("deliveries").EnumerateArray().ToList();
        Assert.All(deliveries, HasEveryField);
        Assert.All((string[])["education", "health", "police", "social-care"], kind => Assert.Contains(deliveries, d => Delivered(d) && Text(d, "to").StartsWith(kind, StringComparison.Ordinal)));
        Assert.Contains(deliveries, d => Text(d, "state") == "withheld" && d.GetProperty("withheldParts").GetArrayLength() > 0);
        Assert.Contains(deliveries, d => Delivered(d) && Text(d, "type") == "child.movedArea" && Area(Text(d, "from")) != Area(Text(d, "to")));
    }

    [Fact]
    public async Task Every_decision_of_the_demo_comes_out_as_recorded_and_a_candidate_tells_whom_it_would_change()
    {
        using var data = new DataFolder();
        await DemoAsync(data);

        var replay = await Command.InfoShareAsync("policy", "replay", "--data", data.Path, "--json");
        var duty = await Command.InfoShareAsync("policy", "replay", "--data", data.Path, "--set", "duty-to-disclose");

        Assert.True(replay.ExitCode == 0, replay.Output + replay.Error);
        using var document = JsonDocument.Parse(replay.Output);
        var report = document.RootElement.GetProperty("report");
        Assert.True(report.GetProperty("decisions").GetInt64() >= 20);
        Assert.Equal(report.GetProperty("decisions").GetInt64(), report.GetProperty("same").GetInt64());
        Assert.Equal(0, duty.ExitCode);
        Assert.Contains("newly told", duty.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_demo_on_the_same_data_does_nothing_twice()
    {
        using var data = new DataFolder();
        var first = await DemoAsync(data);
        var before = Out(data);

        var second = await DemoAsync(data);

        Assert.Equal(0, second.GetProperty("lost").GetInt32());
        var after = Out(data);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
        // What is new are the answers that the second demo gives.
        Assert.Equal(
            second.GetProperty("accepted").GetInt32() - first.GetProperty("accepted").GetInt32(),
            after.Count - before.Count);
        var effects = DataFolder.Participants.SelectMany(p => data.Files("out", p).Where(f => !f.EndsWith(".recalled.json", StringComparison.Ordinal)).Select(f => Effect.Read(p, f))).ToList();
        Assert.Equal(effects.Count, effects.Select(e => e.DeliveryId).Distinct().Count());
    }

    [Fact]
    public async Task The_demos_deliveries_are_the_same_on_both_transports_and_both_stores()
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/rabbitmq/lib"), "RabbitMQ is not installed: apt-get install rabbitmq-server");
        Assert.SkipUnless(Directory.Exists("/usr/lib/postgresql"), "PostgreSQL is not installed: apt-get install postgresql-15");
        var embedded = await DeliveriesAsync("in-memory", "sqlite");

        Assert.Equal(embedded, await DeliveriesAsync("rabbitmq", "sqlite"));
        Assert.Equal(embedded, await DeliveriesAsync("in-memory", "postgres"));
        Assert.Equal(embedded, await DeliveriesAsync("rabbitmq", "postgres"));

        static async Task<IEnumerable<string>> DeliveriesAsync(string transport, string database)
        {
            using var data = new DataFolder();
            var outcome = await DemoAsync(data, "--transport", transport, "--database", database);
            Assert.Equal(0, outcome.GetProperty("lost").GetInt32());
            return outcome.GetProperty("deliveries").EnumerateArray().Select(WithoutId).Order(StringComparer.Ordinal);
        }

        // Ids are keyed hashes, and each demo has a key of its own.
        static string WithoutId(JsonElement delivery) =>
            string.Join(' ', Texts.Concat(Lists).Where(name => name != "messageId").Select(name => delivery.GetProperty(name).GetRawText()));
    }

    private static async Task<JsonElement> DemoAsync(DataFolder data, params string[] more)
    {
        var run = await Command.InfoShareAsync(["demo", "--json", "--data", data.Path, .. more]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.InRange(run.PeakMemory, 1, 300 * 1024 * 1024);
        using var document = JsonDocument.Parse(run.Output);
        return document.RootElement.Clone();
    }

    private static Dictionary<string, (DateTime, long)> Out(DataFolder data) =>
        data.Files("out").ToDictionary(f => f, f => (File.GetLastWriteTimeUtc(f), new FileInfo(f).Length));

    private static void HasEveryField(JsonElement delivery)
    {
        Assert.Equal(Texts.Concat(Lists).Order(), delivery.EnumerateObject().Select(p => p.Name).Order());
        Assert.All(Texts, name => Assert.NotEmpty(Text(delivery, name)));
        Assert.All(Lists, name => Assert.Equal(JsonValueKind.Array, delivery.GetProperty(name).ValueKind));
        Assert.NotEqual(0, delivery.GetProperty("because").GetArrayLength());
    }

    private static bool Delivered(JsonElement delivery) => Text(delivery, "state") is "handed-over" or "acknowledged" or "answered";

    private static string Area(string participant) => participant[(participant.LastIndexOf('-') + 1)..];

    private static string Text(JsonElement delivery, string name) => delivery.GetProperty(name).GetString()!;
}
