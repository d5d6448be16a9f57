using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Receipts;
using InfoShare.Adapters.Sending;
using InfoShare.Adapters.Spool;
using InfoShare.Broker;
using InfoShare.Vault;

namespace InfoShare.Adapters;

/// <summary>Counts for the status, and single messages for those who ask.</summary>
internal static class StatusReader
{
    public static AdapterStatus Read(string participant, SealedDatabase database, Folders folders, FileInProgress? reading, bool sending, LinkHealth link, DateTimeOffset now) => database.Read(read =>
    {
        var outgoing = CountByState(read, "outgoing");
        var oldest = read.First<long>("select coalesce(min(acceptedAt), 0) from outgoing where state = 'waiting'");
        return new AdapterStatus
        {
            Participant = participant,
            ReachesBroker = sending && link.State is LinkState.Up,
            BrokerTrouble = link.Reason,
            FilesPending = Directory.Exists(folders.In) ? Directory.EnumerateFiles(folders.In).Count() : 0,
            Reading = reading,
            Waiting = outgoing.GetValueOrDefault(OutgoingState.Waiting),
            OldestWaitingSeconds = oldest == 0 ? null : (now - DateTimeOffset.FromUnixTimeMilliseconds(oldest)).TotalSeconds,
            Accepted = outgoing.GetValueOrDefault(OutgoingState.Accepted),
            Duplicates = outgoing.GetValueOrDefault(OutgoingState.Duplicate),
            Refused = outgoing.GetValueOrDefault(OutgoingState.Refused),
            Quarantined = outgoing.GetValueOrDefault(OutgoingState.Quarantined),
            Unchanged = Counters.Read(read, "unchanged"),
            ReusedIds = Counters.Read(read, "reused-id"),
            Inbox = CountByState(read, "inbox"),
        };
    });

    public static SentMessage? Find(SealedDatabase database, string id) => database.Read(read =>
        read.First<OutgoingRow>("select id, state, reasons from outgoing where id = @id", new { id }) is { } row
            ? new SentMessage(row.Id, row.State, RefusalFiles.Reasons(row.Reasons))
            : null);

    private static Dictionary<string, int> CountByState(ReadScope read, string table) => read
        .Query<(string State, long Count)>($"select state, count(*) from {table} group by state")
        .ToDictionary(row => row.State, row => (int)row.Count);
}
