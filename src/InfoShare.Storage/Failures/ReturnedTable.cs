using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>That somebody returned a message to its sender for correction.</summary>
public sealed record ReturnedRow
{
    public required string Sender { get; init; }
    public required string MessageId { get; init; }

    /// <summary>The token of the reason in their words, which are sealed.</summary>
    public required string Why { get; init; }

    /// <summary>Who, by the token of their name.</summary>
    public required string By { get; init; }

    public long At { get; init; }
}

/// <summary>How many messages of one sender were turned away, and wait for somebody.</summary>
public sealed record TurnedAwayCount
{
    public required string Sender { get; init; }
    public required string Outcome { get; init; }
    public long Count { get; init; }
    public long FirstAt { get; init; }
}

/// <summary>Reads messages that could not be read or were refused, and notes what people do about them.</summary>
public static class ReturnedTable
{
    private const string Open = """
        from message m where m.outcome in ('quarantined', 'refused')
            and not exists (select 1 from returned_message r where r.sender = m.sender and r.message_id = m.id)
        """;

    public static IReadOnlyList<TurnedAwayCount> CountTurnedAway(this ReadScope scope) => scope.Query<TurnedAwayCount>(
        $"select m.sender, m.outcome, count(*) as count, min(m.received_at) as first_at {Open} group by 1, 2 order by 1, 2");

    /// <summary>The latest that nobody has returned, without their bodies.</summary>
    /// <param name="sender">Only of this one; null: of all.</param>
    public static IReadOnlyList<MessageRow> TurnedAway(this ReadScope scope, string? sender, int most) => scope.Query<MessageRow>($"""
        select m.sender, m.id, m.type, m.source, m.content_hash, m.received_at, m.outcome, m.reasons
        {Open} {(sender is null ? "" : "and m.sender = @sender")} order by m.received_at desc, m.id limit {most}
        """, new { sender });

    public static ReturnedRow? FindReturned(this ReadScope scope, string sender, string messageId) =>
        scope.First<ReturnedRow>("select * from returned_message where sender = @sender and message_id = @messageId", new { sender, messageId });

    /// <summary>The latest that were returned.</summary>
    public static IReadOnlyList<ReturnedRow> Returned(this ReadScope scope, int most) =>
        scope.Query<ReturnedRow>($"select * from returned_message order by at desc, message_id limit {most}");

    public static void Add(this WriteScope scope, ReturnedRow returned) => scope.Execute("""
        insert into returned_message (sender, message_id, why, by, at) values (@Sender, @MessageId, @Why, @By, @At) on conflict (sender, message_id) do nothing
        """, returned);
}
