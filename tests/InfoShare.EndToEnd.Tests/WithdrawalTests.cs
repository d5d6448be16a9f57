using System.Diagnostics;
using System.Text.Json;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests;

/// <summary>An agreement that is withdrawn holds no longer within a second, also for what waits.</summary>
public sealed class WithdrawalTests(ITestOutputHelper output)
{
    private const string School = "education-cumberland";
    private const string Care = "social-care-cumberland";
    private const int Children = 60;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_waits_when_an_agreement_is_withdrawn_is_not_sent_and_its_sender_is_told()
    {
        using var data = new DataFolder();
        Directory.CreateDirectory(data.Beside());
        // One at a time, so that many wait.
        await File.WriteAllTextAsync(data.Beside("infoshare.yaml"), "dispatcher:\n  window: 1\n", TestContext.Current.CancellationToken);
        await using var running = await InfoShareProcess.StartAsync(data, "--config", data.Beside("infoshare.yaml"));
        var concerns = Enumerable.Range(0, Children).Select(child => new Concern(School, child, 1, Level: 2)).ToList();
        foreach (var concern in concerns)
            await AcceptedAsync(running, Consent(concern, "recorded", new { agreementTo = "share", answer = "given", givenBy = "parent", validFrom = "2026-01-01T00:00:00Z" }));

        await Task.WhenAll(concerns.Select(async concern => Assert.True(await Posting.IsSavedAsync(running.Http, concern))));
        var inForce = new List<(Concern Concern, DateTime At, TimeSpan Took)>();
        foreach (var concern in Enumerable.Reverse(concerns))
        {
            var began = Stopwatch.GetTimestamp();
            await AcceptedAsync(running, Consent(concern, "withdrawn", new { withdrawnAt = "2026-01-02T00:00:00Z", withdrawnBy = "parent" }));
            inForce.Add((concern, TimeProvider.System.GetUtcNow().UtcDateTime, Stopwatch.GetElapsedTime(began)));
        }

        await Settled.WaitAsync(running, TimeSpan.FromMinutes(2));
        var sent = data.Files("out", Care).Select(file => (Text: File.ReadAllText(file), At: File.GetLastWriteTimeUtc(file)))
            .Where(file => file.Text.Contains("early-help-coordinator", StringComparison.Ordinal))
            .Select(file => (Concern: Concern.In(file.Text), file.At)).Where(file => file.Concern is not null).ToLookup(file => file.Concern!, file => file.At);
        var told = data.Files("out", School).Select(File.ReadAllText).Count(text => text.Contains("no-agreement", StringComparison.Ordinal));
        var waited = inForce.Count(withdrawal => !sent[withdrawal.Concern].Any());
        output.WriteLine($"in force after {inForce.Max(w => w.Took).TotalMilliseconds:0} ms at the most; {waited} of {Children} waited and were not sent; {told} notices");

        // Half of them, for the machine may be busy with something else for a while.
        Assert.True(inForce.Select(withdrawal => withdrawal.Took).Order().ElementAt(Children / 2) < Limit, "they were not in force within a second");
        Assert.All(inForce, withdrawal => Assert.DoesNotContain(sent[withdrawal.Concern], at => at > withdrawal.At + Limit));
        Assert.True(waited > 0, "none waited: that shows nothing");
        Assert.True(told >= waited, $"{told} notices for {waited} that were not sent");
    }

    /// <summary>Hands a message in and waits until routing has it on record.</summary>
    private static async Task AcceptedAsync(InfoShareProcess running, byte[] message)
    {
        using var answer = await Posting.PostAsync(running.Http, $"agencies/{School}/messages", message);
        using var taken = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var id = taken.RootElement.GetProperty("messages")[0].GetString();
        while ((await running.Http.GetStringAsync($"agencies/{School}/messages/{id}", TestContext.Current.CancellationToken)).Contains("\"waiting\"", StringComparison.Ordinal))
            await Task.Delay(2, TestContext.Current.CancellationToken);
    }

    private static byte[] Consent(Concern concern, string what, object rest)
    {
        var parts = JsonDocument.Parse(concern.ToJson()).RootElement.GetProperty("data").GetProperty("parts");
        var data = JsonSerializer.SerializeToNode(rest)!.AsObject();
        data["consentId"] = $"A-{concern.Child}";
        data["parts"] = JsonSerializer.SerializeToNode(new { identity = parts.GetProperty("identity") });
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            specversion = "1.0",
            id = $"A-{concern.Child}-{what}",
            source = "https://infoshare.local/agency/urn/999998",
            type = $"uk.infoshare.consent.{what}.v1",
            time = what == "recorded" ? "2026-11-18T09:30:00Z" : "2026-11-20T09:30:00Z",
            data,
        });
    }
}
