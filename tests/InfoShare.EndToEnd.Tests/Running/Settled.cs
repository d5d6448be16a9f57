using System.Diagnostics;
using System.Text.Json;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>Waits until everything has come to rest, as <c>status.json</c> shows it.</summary>
internal static class Settled
{
    private static readonly string[] UnderWay = ["decided", "sending", "sent", "received"];
    private static readonly string[] Unfinished = ["received", "staged"];

    /// <summary>No files pending, no messages waiting, no deliveries under way, three times in a row.</summary>
    public static async Task WaitAsync(InfoShareProcess running, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        var quiet = 0;
        while (quiet < 3)
        {
            var moving = Moving(await StatusAsync(running));
            quiet = moving == 0 ? quiet + 1 : 0;
            Assert.True(Stopwatch.GetElapsedTime(began) < limit, $"{moving} still under way after {limit}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<JsonElement> StatusAsync(InfoShareProcess running)
    {
        using var status = JsonDocument.Parse(await running.Http.GetByteArrayAsync("status.json", TestContext.Current.CancellationToken));
        return status.RootElement.Clone();
    }

    /// <summary>Files, messages and deliveries that have not come to rest.</summary>
    public static long Moving(JsonElement status) => Incoming(status) + Participants(status).Sum(p =>
        Sum(p.GetProperty("adapter").GetProperty("inbox"), Unfinished) + Sum(p.GetProperty("deliveries"), UnderWay));

    /// <summary>Files not picked up, and messages without a receipt.</summary>
    public static long Incoming(JsonElement status) => Participants(status).Select(p => p.GetProperty("adapter"))
        .Sum(adapter => adapter.GetProperty("filesPending").GetInt64() + adapter.GetProperty("waiting").GetInt64());

    private static JsonElement.ArrayEnumerator Participants(JsonElement status) => status.GetProperty("participants").EnumerateArray();

    private static long Sum(JsonElement counts, string[] states) =>
        states.Sum(state => counts.TryGetProperty(state, out var count) ? count.GetInt64() : 0);
}
