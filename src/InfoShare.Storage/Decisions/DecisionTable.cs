using System.Security.Cryptography;
using System.Text.Json;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Vault;

namespace InfoShare.Storage.Decisions;

/// <summary>One decision with everything that repeats it, and nothing personal.</summary>
public record DecisionRow
{
    public long Id { get; init; }
    public required string Sender { get; init; }
    public required string MessageId { get; init; }
    public required string DeliveryId { get; init; }

    /// <summary>first, recheck (before a send, or because emergency access has begun), or reading (on a page).</summary>
    public required string Kind { get; init; }

    public long At { get; init; }

    /// <summary>The version of the policy set.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of what is built in beside it; null in records from before it had one.</summary>
    public string? BuiltIn { get; init; }

    public required string Directory { get; init; }

    /// <summary>Empty once they are erased.</summary>
    public required string Facts { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Decided by this set, and by what is built in now.</summary>
    public bool IsBy(SharingPolicy policy) => Policy == policy.Version && BuiltIn == BuiltInLayer.Version;
}

/// <summary>A decision with the child that it is about.</summary>
public sealed record ChildDecisionRow : DecisionRow
{
    /// <summary>The child's token; null where the message is no longer on record.</summary>
    public string? ChildToken { get; init; }
}

/// <summary>Reads and writes decisions.</summary>
public static class DecisionTable
{
    /// <summary>Records a decision.</summary>
    /// <returns>Its hash, for the audit, so that the row cannot be changed unnoticed.</returns>
    public static string Record(
        this WriteScope scope, string sender, string messageId, string deliveryId, string kind, string policy, string directory,
        SharingFacts facts, SharingDecision decision)
    {
        var row = RowOf(sender, messageId, deliveryId, kind, policy, directory, facts, decision);
        scope.Later("""
            insert into decision (sender, message_id, delivery_id, kind, at, policy, built_in, directory, facts, outcome)
            values (@Sender, @MessageId, @DeliveryId, @Kind, @At, @Policy, @BuiltIn, @Directory, @Facts, @Outcome)
            """, row);
        StorageSignals.Decided(kind, decision);
        return HashOf(row);
    }

    /// <summary>What is recorded of a decision.</summary>
    public static DecisionRow RowOf(
        string sender, string messageId, string deliveryId, string kind, string policy, string directory, SharingFacts facts, SharingDecision decision) => new()
        {
            Sender = sender,
            MessageId = messageId,
            DeliveryId = deliveryId,
            Kind = kind,
            At = facts.At.ToMicroseconds(),
            Policy = policy,
            BuiltIn = BuiltInLayer.Version,
            Directory = directory,
            Facts = Write(facts),
            Outcome = Write(decision),
        };

    /// <summary>Over everything that a decision records, but its number.</summary>
    public static string HashOf(DecisionRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row with { Id = 0 }, WireJson.Options)));

    /// <summary>The latest decision about a delivery.</summary>
    public static DecisionRow? LatestDecision(this ReadScope scope, string deliveryId) =>
        scope.First<DecisionRow>("select * from decision where delivery_id = @deliveryId order by id desc limit 1", new { deliveryId });

    /// <summary>The latest decision by which a delivery went, or would have: not those of its being read on a page.</summary>
    public static DecisionRow? LatestSendingDecision(this ReadScope scope, string deliveryId) =>
        scope.First<DecisionRow>("select * from decision where delivery_id = @deliveryId and kind <> 'reading' order by id desc limit 1", new { deliveryId });

    /// <summary>The latest decision about each of some deliveries.</summary>
    public static Asked<DecisionRow> LatestDecisions(this ReadScope scope, string[] deliveryIds) => scope.Ask<DecisionRow>("""
        select * from decision where id in (select max(id) from decision where delivery_id in @deliveryIds group by delivery_id)
        """, new { deliveryIds });

    /// <summary>All decisions, oldest first.</summary>
    public static IReadOnlyList<DecisionRow> AllDecisions(this ReadScope scope) => [.. scope.EveryDecision()];

    /// <summary>All decisions, one by one, for as long as the scope is open.</summary>
    public static IEnumerable<DecisionRow> EveryDecision(this ReadScope scope) => scope.Stream<DecisionRow>("select * from decision order by id");

    /// <summary>How many decisions were made from a time on, in microseconds.</summary>
    public static long CountDecisions(this ReadScope scope, long since) => scope.First<long>("select count(*) from decision where at >= @since", new { since });

    /// <summary>Those decisions, one by one, for as long as the scope is open.</summary>
    public static IEnumerable<DecisionRow> EveryDecision(this ReadScope scope, long since) =>
        scope.Stream<DecisionRow>("select * from decision where at >= @since order by id", new { since });

    /// <summary>Of each message that was decided about from a time on, in microseconds, its first decision; one by one, for as long as the scope is open.</summary>
    public static IEnumerable<DecisionRow> EveryMessageDecided(this ReadScope scope, long since) => scope.Stream<DecisionRow>("""
        select * from decision where id in (select min(id) from decision where kind = 'first' and at >= @since group by sender, message_id) order by id
        """, new { since });

    /// <summary>The decisions made from a time on, in microseconds, one by one, for as long as the scope is open, each with the child.</summary>
    public static IEnumerable<ChildDecisionRow> DecisionsSince(this ReadScope scope, long since) => scope.Stream<ChildDecisionRow>("""
        select decision.*, message.child_token from decision
        left join message on message.sender = decision.sender and message.id = decision.message_id
        where decision.at >= @since order by decision.id
        """, new { since });

    /// <summary>As the store keeps facts and decisions.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, WireJson.Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, WireJson.Options)
        ?? throw new InvalidOperationException($"a stored {typeof(T).Name} is empty");
}
