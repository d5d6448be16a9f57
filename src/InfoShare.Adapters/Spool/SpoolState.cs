using InfoShare.Vault;

namespace InfoShare.Adapters.Spool;

/// <summary>What the spool knows, read as it is needed, with the changes of one acceptance on top; all saved together or none.</summary>
internal sealed class SpoolState(ReadScope stored)
{
    private readonly Dictionary<string, RecordState> records = [];
    private readonly Dictionary<string, string> submissions = [];
    private readonly Dictionary<string, ChildState> children = [];
    private readonly List<(OutgoingRow Row, byte[] Plain)> added = [];

    public RecordState? Record(string track) => records.TryGetValue(track, out var changed)
        ? changed
        : stored.First<RecordState>("select message, content, parts, partition, withdrawn from record where track = @track", new { track });

    /// <summary>Routing would not take this message: what it said may be handed in again, once the cause is mended.</summary>
    public bool WasTurnedAway(string message) =>
        stored.First<string>("select state from outgoing where id = @message", new { message }) is OutgoingState.Refused or OutgoingState.Quarantined;

    public string? SubmissionContent(string id) => submissions.TryGetValue(id, out var noted)
        ? noted
        : stored.First<string>("select content from submission where id = @id", new { id });

    public ChildState Child(string partition) => children.TryGetValue(partition, out var changed)
        ? changed
        : stored.First<ChildState>("select epoch, nextSequence, ord from child where partition = @partition", new { partition }) ?? new();

    public void Set(string track, RecordState state) => records[track] = state;

    public void SetSubmission(string id, string content) => submissions[id] = content;

    public void Set(string partition, ChildState state) => children[partition] = state;

    public void Add(OutgoingRow row, byte[] plain) => added.Add((row, plain));

    public void Save(WriteScope write)
    {
        foreach (var (track, r) in records)
            write.Execute(
                "insert into record (track, message, content, parts, partition, withdrawn) values (@track, @Message, @Content, @Parts, @Partition, @Withdrawn) on conflict (track) do update set message = @Message, content = @Content, parts = @Parts, partition = @Partition, withdrawn = @Withdrawn",
                new { track, r.Message, r.Content, r.Parts, r.Partition, r.Withdrawn });
        foreach (var (id, content) in submissions)
            write.Execute("insert into submission (id, content) values (@id, @content) on conflict do nothing", new { id, content });
        foreach (var (partition, c) in children)
            write.Execute(
                "insert into child (partition, epoch, nextSequence, ord) values (@partition, @Epoch, @NextSequence, @Ord) on conflict (partition) do update set epoch = @Epoch, nextSequence = @NextSequence, ord = @Ord",
                new { partition, c.Epoch, c.NextSequence, c.Ord });
        foreach (var (row, plain) in added)
            Insert(write, row, write.Seal(plain));
    }

    private static void Insert(WriteScope write, OutgoingRow row, SealedBody body) => write.Execute(
        """
        insert into outgoing (id, type, partition, ord, urgent, epoch, sequence, keyId, body, state, attempts, dueAt, acceptedAt, receiptedAt, reasons, reasonDue)
        values (@Id, @Type, @Partition, @Ord, @Urgent, @Epoch, @Sequence, @KeyId, @Bytes, @State, 0, 0, @AcceptedAt, 0, '', 0)
        """,
        new { row.Id, row.Type, row.Partition, row.Ord, row.Urgent, row.Epoch, row.Sequence, body.KeyId, body.Bytes, row.State, row.AcceptedAt });
}
