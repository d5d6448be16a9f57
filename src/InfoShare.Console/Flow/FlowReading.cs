using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Flow;
using InfoShare.Vault;

namespace InfoShare.Console.Flow;

/// <summary>Counts what flowed. Its cost grows with what did in 31 days, so it is read beside the pages and not for each.</summary>
internal static class FlowReading
{
    /// <summary>So far back the pictures look.</summary>
    public static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public static FlowPicture Read(ReadScope scope, DateTimeOffset now)
    {
        var (hour, day, month) = ((now - TimeSpan.FromHours(1)).ToMicroseconds(), (now - TimeSpan.FromDays(1)).ToMicroseconds(), (now - Month).ToMicroseconds());
        return new(now, [.. scope.FlowSince(month, day, hour)
            .GroupBy(row => new FlowCount(row.Sender, row.Participant, row.Type, row.Area, row.Span, FateOf(row.State), 0), (alike, rows) => alike with { Count = rows.Sum(row => row.Count) })]);
    }

    /// <summary>Where a delivery ended up, or waits, in the words of the picture.</summary>
    public static string FateOf(string state) => state switch
    {
        DeliveryStates.HandedOver or DeliveryStates.Acknowledged or DeliveryStates.Answered => "delivered",
        DeliveryStates.Decided or DeliveryStates.Sending or DeliveryStates.Sent or DeliveryStates.Received => "waiting",
        DeliveryStates.Expired => "failed",
        _ => state,
    };
}
