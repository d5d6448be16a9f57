using InfoShare.Vault;

namespace InfoShare.Storage.Reveals;

/// <summary>That somebody may read a message's content until a time, and why. On record before the content is shown.</summary>
public sealed record RevealRow
{
    public required string RevealId { get; init; }

    /// <summary>The sender of the message.</summary>
    public required string Sender { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Who reads, by the token of their name.</summary>
    public required string By { get; init; }

    /// <summary>A code.</summary>
    public required string Reason { get; init; }

    /// <summary>The token of the reason in the reader's words, which are sealed.</summary>
    public required string Why { get; init; }

    public long At { get; init; }
    public long Until { get; init; }
}

/// <summary>Reads and writes reveals.</summary>
public static class RevealTable
{
    public static void Add(this WriteScope scope, RevealRow reveal) => scope.Execute("""
        insert into reveal (reveal_id, sender, message_id, by, reason, why, at, until) values (@RevealId, @Sender, @MessageId, @By, @Reason, @Why, @At, @Until)
        """, reveal);

    /// <summary>The one of somebody that stands now; null: none does.</summary>
    public static RevealRow? StandingReveal(this ReadScope scope, string sender, string messageId, string by, long now) => scope.First<RevealRow>("""
        select * from reveal where sender = @sender and message_id = @messageId and by = @by and until > @now order by until desc limit 1
        """, new { sender, messageId, by, now });

    /// <summary>All of a message, the latest first.</summary>
    public static IReadOnlyList<RevealRow> RevealsOf(this ReadScope scope, string sender, string messageId) =>
        scope.Query<RevealRow>("select * from reveal where sender = @sender and message_id = @messageId order by at desc", new { sender, messageId });
}
