using System.Diagnostics;
using InfoShare.Bench.Http;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.EndToEnd;

/// <summary>Everything real, on one machine: from the first HTTP request until the last delivery is a file in its recipient's folder, and routing knows it.</summary>
internal static class EndToEndPart
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Deliveries per second.</summary>
    public static async Task<double> RunAsync(Uri adapters, Records records, int messages)
    {
        var before = await records.HandedOverAsync();
        var began = Stopwatch.GetTimestamp();
        await HttpPart.RunAsync(adapters, messages);
        await Records.UntilAsync(records.HandedOverAsync, before + (messages * SendingAgency.ManyRecipients), Limit, "handed over");
        return messages * SendingAgency.ManyRecipients / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
