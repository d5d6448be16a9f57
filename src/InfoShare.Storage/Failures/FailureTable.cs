using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>Reads what failed, by groups. What two people gave up is settled, and in no list.</summary>
public static class FailureTable
{
    private const string Grouping = "d.state, coalesce(d.cause, 'unknown') as cause, d.message_type as type, coalesce(d.participant, '') as participant";
    private const string Counts = "state, cause, type, participant, cast(sum(n) as bigint) as count, count(child_token) as children, min(first_at) as first_at, max(last_at) as last_at";
    private const string Open = "d.state in ('failed', 'expired') and coalesce(d.cause, 'unknown') <> 'given-up'";

    /// <summary>The groups, the largest first.</summary>
    public static IReadOnlyList<FailureCount> FailureGroups(this ReadScope scope, int most) => scope.Query<FailureCount>($"""
        select {Counts} from ({OfEachChild(Open)}) c group by 1, 2, 3, 4 order by count desc, 1, 2, 3, 4 limit {most}
        """);

    /// <summary>One group; null: nothing is in it.</summary>
    public static FailureCount? CountOf(this ReadScope scope, FailureGroup group) => scope.First<FailureCount>($"""
        select {Counts} from ({OfEachChild(In(group))}) c group by 1, 2, 3, 4
        """, group);

    /// <summary>Of each group for which an answer is owed, the nearest.</summary>
    public static IReadOnlyList<FailureDeadline> FailureDeadlines(this ReadScope scope) => scope.Query<FailureDeadline>($"""
        select {Grouping}, min(c.late_from) as late_from from delivery d join answer_clock c on c.delivery_id = d.delivery_id
        where {Open} and c.answered_at is null and c.closed_at is null group by 1, 2, 3, 4
        """);

    /// <summary>The nearest time from which an answer to one of the group is late; null: none is owed.</summary>
    public static long? DeadlineOf(this ReadScope scope, FailureGroup group) => scope.First<long?>($"""
        select c.late_from from answer_clock c where c.answered_at is null and c.closed_at is null
            and exists (select 1 from delivery d where d.delivery_id = c.delivery_id and {In(group)})
        order by c.late_from limit 1
        """, group);

    /// <summary>Of a group, those that failed last.</summary>
    public static IReadOnlyList<DeliveryRow> DeliveriesIn(this ReadScope scope, FailureGroup group, int most) =>
        scope.Query<DeliveryRow>($"select d.* from delivery d where {In(group)} order by d.due_at desc, d.delivery_id limit {most}", group);

    /// <summary>How many later ordinary ones wait behind a failed one of their key.</summary>
    public static long CountBehind(this ReadScope scope, DeliveryRow row) => scope.AskBehind(row).Rows[0];

    /// <summary>The same of many, asked together.</summary>
    public static Asked<long> AskBehind(this ReadScope scope, DeliveryRow row) => scope.Ask<long>($"select count(*) {Behind}", row);

    /// <summary>What waits behind a failed one of its key, in its order.</summary>
    public static IReadOnlyList<DeliveryRow> HeldBehind(this ReadScope scope, DeliveryRow row, int most) =>
        scope.Query<DeliveryRow>($"select e.* {Behind} order by e.order_no limit {most}", row);

    /// <summary>The failed one behind which an ordinary one waits; null: behind none.</summary>
    public static DeliveryRow? HeldBy(this ReadScope scope, DeliveryRow row) => scope.First<DeliveryRow>("""
        select e.* from delivery e where e.organisation = @Organisation and e.role = @Role and e.partition_key = @PartitionKey and e.order_no < @OrderNo
            and e.urgent = 0 and e.kind <> 'review' and e.state in ('decided', 'sending', 'sent', 'held', 'failed') and e.state = 'failed' and @State = 'decided' and @Urgent = 0
        order by e.order_no limit 1
        """, row);

    public static void Add(this WriteScope scope, FailureNote note) => scope.Execute(
        "insert into failure_note (note_id, failure_group, words, by, at) values (@NoteId, @FailureGroup, @Words, @By, @At)", note);

    /// <summary>About a group, the latest first.</summary>
    public static IReadOnlyList<FailureNote> NotesOf(this ReadScope scope, string group, int most) =>
        scope.Query<FailureNote>($"select * from failure_note where failure_group = @group order by at desc, note_id limit {most}", new { group });

    /// <summary>The latest of each group.</summary>
    public static IReadOnlyList<FailureNote> LatestNotes(this ReadScope scope, string[] groups) => scope.Query<FailureNote>("""
        select * from failure_note f where f.failure_group in @groups and not exists (
            select 1 from failure_note later where later.failure_group = f.failure_group and (later.at > f.at or later.at = f.at and later.note_id < f.note_id))
        """, new { groups });

    /// <summary>A condition that the index answers: it knows of nulls, not of what stands for them.</summary>
    internal static string In(FailureGroup group) => $"""
        d.state in ('failed', 'expired') and d.state = @State and {(group.Cause == FailureCauses.Unknown ? "(d.cause is null or d.cause = @Cause)" : "d.cause = @Cause")}
            and d.message_type = @Type and {(group.Participant.Length == 0 ? "d.participant is null" : "d.participant = @Participant")}
        """;

    /// <summary>Counted by child first: counting what is distinct would sort them all.</summary>
    private static string OfEachChild(string which) =>
        $"select {Grouping}, d.child_token, count(*) as n, min(d.due_at) as first_at, max(d.due_at) as last_at from delivery d where {which} group by 1, 2, 3, 4, 5";

    private const string Behind = """
        from delivery e where e.organisation = @Organisation and e.role = @Role and e.partition_key = @PartitionKey and e.order_no > @OrderNo
            and e.urgent = 0 and e.kind <> 'review' and e.state in ('decided', 'sending', 'sent', 'held', 'failed') and e.state = 'decided' and @State = 'failed' and @Urgent = 0
        """;
}
