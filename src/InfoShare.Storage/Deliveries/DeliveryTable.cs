using InfoShare.Vault;

namespace InfoShare.Storage.Deliveries;

/// <summary>Reads and writes deliveries.</summary>
public static class DeliveryTable
{
    /// <summary>Those of the ids that exist.</summary>
    public static IReadOnlyList<DeliveryRow> FindDeliveries(this ReadScope scope, string[] ids) =>
        scope.Query<DeliveryRow>("select * from delivery where delivery_id in @ids", new { ids });

    public static DeliveryRow? FindDelivery(this ReadScope scope, string deliveryId) =>
        scope.First<DeliveryRow>("select * from delivery where delivery_id = @deliveryId", new { deliveryId });

    /// <summary>What came of one message, in the order of the decisions, each with its state as people see it.</summary>
    public static IReadOnlyList<DeliveryRow> DeliveriesOf(this ReadScope scope, string sender, string messageId) => scope.Query<DeliveryRow>(
        $"select d.*, {Shown} as shown from delivery d where d.sender = @sender and d.message_id = @messageId order by d.rowid", new { sender, messageId });

    /// <summary>All that came of a sender's messages about one concern or move.</summary>
    public static IReadOnlyList<DeliveryRow> DeliveriesAbout(this ReadScope scope, string sender, string about) => scope.Query<DeliveryRow>("""
        select d.* from message m join delivery d on d.sender = m.sender and d.message_id = m.id where m.sender = @sender and m.about = @about
        """, new { sender, about });

    /// <summary>What was decided from a time on of messages about a child.</summary>
    public static IReadOnlyList<DeliveryRow> DeliveriesOfChild(this ReadScope scope, string childToken, long since) => scope.Query<DeliveryRow>("""
        select d.* from message m join delivery d on d.sender = m.sender and d.message_id = m.id
        where m.child_token = @childToken and d.decided_at >= @since and d.kind in ('original', 'correction', 'notice') order by d.decided_at
        """, new { childToken, since });

    /// <summary>Adds a delivery; where its id is there already, nothing changes.</summary>
    public static void Add(this WriteScope scope, DeliveryRow delivery) => scope.Later("""
        insert into delivery (delivery_id, sender, message_id, message_type, about, child_token, kind, participant, organisation, role,
            relationship, urgent, partition_key, order_no, state, code, cause, parts, withheld_parts, because, basis, detail, attempts, due_at, decided_at, grant_id)
        values (@DeliveryId, @Sender, @MessageId, @MessageType, @About, @ChildToken, @Kind, @Participant, @Organisation, @Role,
            @Relationship, @Urgent, @PartitionKey, @OrderNo, @State, @Code, @Cause, @Parts, @WithheldParts, @Because, @Basis, @Detail, @Attempts, @DueAt, @DecidedAt, @GrantId)
        on conflict (delivery_id) do nothing
        """, delivery);

    /// <summary>
    /// What may be sent to a participant now: decided, or repeated because its lease or time-to-live has passed. An ordinary
    /// one waits for every earlier one of its key to the same recipient; urgent ones wait for nothing.
    /// </summary>
    /// <param name="most">None when not positive.</param>
    /// <param name="lockRows">For one who will send them: <see cref="WriteScope.LockRows"/>.</param>
    public static DueDeliveries Due(this ReadScope scope, string participant, bool urgent, long now, int most, string lockRows = "")
    {
        // Apart, because each has an index that leads to these few at once, however many wait or have been received.
        Asked<DeliveryRow>[] asked = most <= 0 ? [] :
        [
            scope.Ask<DeliveryRow>($"select * {DueOf(urgent, InBrokerStates)} order by due_at limit @most {lockRows}", new { participant, now, most }),
            scope.Ask<DeliveryRow>($"select * {DueOf(urgent, Received)} order by due_at limit @most {lockRows}", new { participant, now, most }),
            scope.Ask<DeliveryRow>($"select * {DueOf(urgent, First)} order by order_no, rowid limit @most {lockRows}", new { participant, now, most }),
        ];
        return new(asked, most);
    }

    // A "not exists" would be read as a join, for which PostgreSQL may go through all that wait for each one.
    private const string First = "state = 'decided'";
    private const string InBrokerStates = "state in ('sending', 'sent')";
    private const string Received = "state = 'received'";

    private static string DueOf(bool urgent, string states) => $"""
        from delivery d
        where participant = @participant and urgent = {(urgent ? 1 : 0)} and {states} and due_at <= @now
        {(urgent ? "" : """
            and (select 1 from delivery e where e.organisation = d.organisation and e.role = d.role
                and e.partition_key = d.partition_key and e.order_no < d.order_no and e.urgent = 0 and e.kind <> 'review'
                and e.state in ('decided', 'sending', 'sent', 'held', 'failed') limit 1) is null
            """)}
        """;

    /// <summary>Whether anything may be sent to a participant now, recalls included. Says nothing of room in the broker.</summary>
    public static Asked<long> AnythingDue(this ReadScope scope, string participant, long now) => scope.Ask<long>($"""
        select case when exists (select 1 {DueOf(urgent: true, First)}) or exists (select 1 {DueOf(urgent: false, First)})
            or exists (select 1 {DueOf(urgent: true, InBrokerStates)}) or exists (select 1 {DueOf(urgent: false, InBrokerStates)})
            or exists (select 1 {DueOf(urgent: true, Received)}) or exists (select 1 {DueOf(urgent: false, Received)})
            or exists (select 1 from delivery where recall in ('pending', 'sent') and participant = @participant and recall_due_at <= @now)
            then 1 else 0 end
        """, new { participant, now });

    /// <param name="cause">Of <see cref="FailureCauses"/>, where it has failed or expired.</param>
    public static void SetState(this WriteScope scope, string deliveryId, string state, long dueAt, string? cause = null) =>
        scope.Later("update delivery set state = @state, due_at = @dueAt, cause = @cause where delivery_id = @deliveryId", new { deliveryId, state, dueAt, cause });

    /// <summary>Before they can leave. One that is asked about again stays received.</summary>
    public static void MarkSending(this WriteScope scope, string[] ids, long dueAt) =>
        scope.Later("""
            update delivery set state = case when state = 'received' then state else 'sending' end, due_at = @dueAt, attempts = attempts + 1, cause = null
            where delivery_id in @ids
            """, new { ids, dueAt });

    /// <summary>After the broker's confirm. Those that are sending or received still; the caller has looked.</summary>
    public static void MarkSent(this WriteScope scope, string[] ids, long now, long dueAt) =>
        scope.Later("""
            update delivery set state = case when state = 'sending' then 'sent' else state end, sent_at = coalesce(sent_at, @now), due_at = @dueAt
            where delivery_id in @ids
            """, new { ids, now, dueAt });

    /// <summary>After the broker has not taken them: they wait as before.</summary>
    /// <param name="cause"><see cref="FailureCauses.Unroutable"/> where they came back.</param>
    public static void MarkNotSent(this WriteScope scope, string[] ids, long dueAt, string? cause) =>
        scope.Later("update delivery set state = 'decided', due_at = @dueAt, cause = @cause where delivery_id in @ids and state = 'sending'", new { ids, dueAt, cause });

    /// <summary>When the broker's word was not heard: they may have left, and go again under their own ids.</summary>
    public static void MarkUnknown(this WriteScope scope, string[] ids, long dueAt) =>
        scope.Later("update delivery set due_at = @dueAt where delivery_id in @ids and state in ('sending', 'received')", new { ids, dueAt });

    /// <summary>What recipients' words have changed.</summary>
    public static void SaveProgress(this WriteScope scope, IEnumerable<DeliveryRow> deliveries)
    {
        foreach (var alike in deliveries.GroupBy(d => (d.State, d.DueAt, d.Cause, d.ReceivedAt, d.HandedOverAt, d.Recall, d.RecallDueAt)))
        {
            var (state, dueAt, cause, receivedAt, handedOverAt, recall, recallDueAt) = alike.Key;
            scope.Later("""
                update delivery set state = @state, due_at = @dueAt, cause = @cause, sent_at = coalesce(sent_at, @receivedAt), received_at = @receivedAt,
                    handed_over_at = @handedOverAt, recall = @recall, recall_due_at = @recallDueAt
                where delivery_id in @ids
                """, new { state, dueAt, cause, receivedAt, handedOverAt, recall, recallDueAt, ids = alike.Select(d => d.DeliveryId).ToArray() });
        }
    }

    public static void MarkAnswered(this WriteScope scope, string deliveryId, string state, long now) =>
        scope.Later("""
            update delivery set state = @state, answered_at = @now
            where delivery_id = @deliveryId and state not in ('answered', 'recalled')
            """, new { deliveryId, state, now });

    /// <summary>A new decision before anything left: the recipient, the parts or the reasons have changed.</summary>
    public static void Redecide(this WriteScope scope, DeliveryRow delivery) => scope.Later("""
        update delivery set state = @State, code = @Code, cause = @Cause, due_at = @DueAt, parts = @Parts, withheld_parts = @WithheldParts, because = @Because, basis = @Basis
        where delivery_id = @DeliveryId
        """, delivery);

    /// <summary>Asks for a recall; the delivery is not repeated any more.</summary>
    /// <remarks>Nobody owes an answer to what is taken from them.</remarks>
    public static void RequestRecall(this WriteScope scope, string deliveryId, string reason, long now)
    {
        scope.Later("""
            update delivery set state = 'recalled', recall = 'pending', recall_reason = @reason, recall_due_at = @now
            where delivery_id = @deliveryId and recall is null
            """, new { deliveryId, reason, now });
        scope.Later("""
            update answer_clock set closed_at = @now where delivery_id = @deliveryId and answered_at is null and closed_at is null
                and about = (select about from delivery where delivery_id = @deliveryId)
            """, new { deliveryId, now });
    }

    public static Asked<DeliveryRow> RecallsDue(this ReadScope scope, string participant, long now, int most) =>
        scope.Ask<DeliveryRow>("""
            select * from delivery where recall in ('pending', 'sent') and participant = @participant and recall_due_at <= @now
            order by recall_due_at limit @most
            """, new { participant, now, most });

    /// <summary>Those of the deliveries of which something later was said already.</summary>
    public static Asked<string> OvertakenAmong(this ReadScope scope, string[] ids) => scope.Ask<string>("""
        select d.delivery_id from delivery d join about_state a on a.sender = d.sender and a.about = d.about
        where d.delivery_id in @ids and d.order_no < a.order_no
        """, new { ids });

    public static void MarkRecall(this WriteScope scope, string deliveryId, string recall, long dueAt) =>
        scope.Later("update delivery set recall = @recall, recall_due_at = @dueAt where delivery_id = @deliveryId", new { deliveryId, recall, dueAt });

    /// <summary>After a restart on a transport that forgets: everything that may have been in it is due at once.</summary>
    public static int AllDueAtOnce(this WriteScope scope, long now) =>
        scope.Execute("update delivery set due_at = @now where state in ('sending', 'sent', 'received')", new { now })
        + scope.Execute("update delivery set recall_due_at = @now where recall in ('pending', 'sent')", new { now });

    /// <summary>Undelivered for longer than the limits and not yet told. The first bound is what the index is found by.</summary>
    public static IReadOnlyList<DeliveryRow> Late(this ReadScope scope, long ordinaryBefore, long urgentBefore, int most) =>
        scope.Query<DeliveryRow>("""
            select * from delivery where state in ('decided', 'sending', 'sent') and late_told = 0 and kind not in ('review', 'sender-notice', 'reminder')
                and decided_at < @before and decided_at < case when urgent = 1 then @urgentBefore else @ordinaryBefore end
            limit @most
            """, new { ordinaryBefore, urgentBefore, before = Math.Max(ordinaryBefore, urgentBefore), most });

    public static void MarkLateTold(this WriteScope scope, string deliveryId) =>
        scope.Later("update delivery set late_told = 1 where delivery_id = @deliveryId", new { deliveryId });

    public static IReadOnlyList<DeliveryRow> Expiring(this ReadScope scope, long before, int most) =>
        scope.Query<DeliveryRow>("select * from delivery where state in ('decided', 'sending', 'sent') and decided_at < @before limit @most", new { before, most });

    /// <summary>Deliveries of this child that rest on an agreement and may not have been read yet.</summary>
    public static IReadOnlyList<DeliveryRow> RestingOnAgreement(this ReadScope scope, string childToken) =>
        scope.Query<DeliveryRow>("""
            select * from delivery where child_token = @childToken and state in ('sending', 'sent', 'received', 'handed-over') and because like '%agreement%'
            """, new { childToken });

    /// <summary>All deliveries, in the order of the decisions, each with its state as people see it.</summary>
    public static IReadOnlyList<DeliveryRow> AllDeliveries(this ReadScope scope) =>
        scope.Query<DeliveryRow>($"select d.*, {Shown} as shown from delivery d order by rowid");

    /// <summary>How many deliveries people see in each state, by participant.</summary>
    public static IReadOnlyList<StateCount> CountByState(this ReadScope scope) =>
        scope.Query<StateCount>($"select coalesce(participant, '') as participant, {Shown} as state, count(*) as count from delivery d group by 1, 2");

    /// <summary>What waits behind a failed one of its key shows as held: it will not go by itself.</summary>
    internal const string Shown = """
        case when d.state = 'decided' and d.urgent = 0 and exists (select 1 from delivery e where e.organisation = d.organisation
            and e.role = d.role and e.partition_key = d.partition_key and e.order_no < d.order_no and e.urgent = 0
            and e.kind <> 'review' and e.state = 'failed') then 'held' else d.state end
        """;
}

/// <summary>Deliveries to one participant that are due.</summary>
public sealed class DueDeliveries
{
    private readonly Asked<DeliveryRow>[] asked;
    private readonly int most;

    internal DueDeliveries(Asked<DeliveryRow>[] asked, int most) => (this.asked, this.most) = (asked, most);

    /// <summary>In their order, at most as many as were wanted.</summary>
    public IEnumerable<DeliveryRow> Rows => asked.SelectMany(some => some.Rows).OrderBy(row => row.OrderNo, StringComparer.Ordinal).Take(most);
}

/// <summary>Deliveries of one participant in one state.</summary>
public sealed record StateCount
{
    public required string Participant { get; init; }
    public required string State { get; init; }
    public long Count { get; init; }
}
