using InfoShare.Storage.Answers;
using InfoShare.Vault;

namespace InfoShare.Storage.Inboxes;

/// <summary>Reads and writes the inboxes of posts.</summary>
public static class InboxTable
{
    private const string ReadAt = "(select min(at) from inbox_reading r where r.delivery_id = d.delivery_id) as read_at";

    /// <summary>What has reached a post's adapter, or was called back, the latest first. What was kept from it is not there.</summary>
    public static IReadOnlyList<InboxRow> InboxOf(this ReadScope scope, string organisation, string role, int most) => scope.Query<InboxRow>($"""
        select d.delivery_id, d.sender, d.message_type, d.kind, d.state, d.urgent, d.decided_at, {ReadAt} from delivery d
        where d.organisation = @organisation and d.role = @role and {Reached} order by d.decided_at desc, d.delivery_id limit @most
        """, new { organisation, role, most });

    /// <summary>The same of some deliveries.</summary>
    public static IReadOnlyList<InboxRow> InboxAmong(this ReadScope scope, string organisation, string role, string[] ids) => ids.Length == 0 ? [] : scope.Query<InboxRow>($"""
        select d.delivery_id, d.sender, d.message_type, d.kind, d.state, d.urgent, d.decided_at, {ReadAt} from delivery d
        where d.delivery_id in @ids and d.organisation = @organisation and d.role = @role and {Reached}
        """, new { organisation, role, ids });

    /// <summary>What a post owes now, what is due first first.</summary>
    public static IReadOnlyList<AnswerClockRow> OwedBy(this ReadScope scope, string organisation, string role, int most) => scope.Query<AnswerClockRow>("""
        select * from answer_clock where organisation = @organisation and role = @role and answered_at is null and closed_at is null order by late_from limit @most
        """, new { organisation, role, most });

    /// <summary>Somebody reads it; true the first time that they do.</summary>
    public static bool NoteReading(this WriteScope scope, string deliveryId, string by, long at) => scope.Execute(
        "insert into inbox_reading (delivery_id, by, at) values (@deliveryId, @by, @at) on conflict (delivery_id, by) do nothing", new { deliveryId, by, at }) == 1;

    public static void Add(this WriteScope scope, InboxSentRow sent) => scope.Execute("""
        insert into inbox_sent (reference, participant, organisation, role, by, type, delivery_id, message_id, at)
        values (@Reference, @Participant, @Organisation, @Role, @By, @Type, @DeliveryId, @MessageId, @At) on conflict (reference) do nothing
        """, sent);

    /// <summary>What was sent from one page; null: nothing.</summary>
    public static InboxSentRow? FindSent(this ReadScope scope, string reference) =>
        scope.First<InboxSentRow>("select * from inbox_sent where reference = @reference", new { reference });

    /// <summary>What a post has sent, the latest first.</summary>
    public static IReadOnlyList<InboxSentRow> SentBy(this ReadScope scope, string organisation, string role, int most) => scope.Query<InboxSentRow>($"""
        {Sent} where s.organisation = @organisation and s.role = @role order by s.at desc limit @most
        """, new { organisation, role, most });

    /// <summary>One message that a post has sent; null: it has not.</summary>
    public static InboxSentRow? SentBy(this ReadScope scope, string organisation, string role, string messageId) => scope.First<InboxSentRow>($"""
        {Sent} where s.message_id = @messageId and s.organisation = @organisation and s.role = @role
        """, new { organisation, role, messageId });

    /// <summary>What a post has answered to one delivery, the latest first.</summary>
    public static IReadOnlyList<InboxSentRow> SentAbout(this ReadScope scope, string organisation, string role, string deliveryId) => scope.Query<InboxSentRow>($"""
        {Sent} where s.delivery_id = @deliveryId and s.organisation = @organisation and s.role = @role order by s.at desc
        """, new { organisation, role, deliveryId });

    /// <summary>Answers to what a post has sent, the latest first.</summary>
    /// <param name="messageId">Only to this; null: to all.</param>
    public static IReadOnlyList<InboxAnswerRow> AnswersTo(this ReadScope scope, string organisation, string role, string? messageId, int most) => scope.Query<InboxAnswerRow>($"""
        select s.message_id, d.delivery_id, d.message_type as type, d.decided_at as at, {ReadAt}
        from inbox_sent s join delivery o on o.sender = s.participant and o.message_id = s.message_id {Answers}
        where s.organisation = @organisation and s.role = @role and {(messageId is null ? "1 = 1" : "s.message_id = @messageId")}
        order by d.decided_at desc limit @most
        """, new { organisation, role, messageId, most });

    /// <summary>Whether a delivery is an answer to something that a post has sent.</summary>
    public static bool IsAnswerTo(this ReadScope scope, string organisation, string role, string deliveryId) => scope.First<long>("""
        select count(*) from delivery d join message m on m.sender = d.sender and m.id = d.message_id join delivery o on o.delivery_id = m.about
        join inbox_sent s on s.message_id = o.message_id and s.participant = o.sender
        where d.delivery_id = @deliveryId and d.kind = 'answer' and s.organisation = @organisation and s.role = @role
        """, new { organisation, role, deliveryId }) > 0;

    private const string Sent = "select s.*, m.outcome, m.reasons from inbox_sent s left join message m on m.sender = s.participant and m.id = s.message_id";

    private const string Answers = "join message m on m.sender = o.participant and m.about = o.delivery_id join delivery d on d.sender = m.sender and d.message_id = m.id and d.kind = 'answer' and " + Reached;

    /// <summary>The recipient's adapter has it, or it was called back. In full, because an index of only these leads to them.</summary>
    private const string Reached = "d.state in ('received', 'handed-over', 'acknowledged', 'answered', 'recalled')";
}
