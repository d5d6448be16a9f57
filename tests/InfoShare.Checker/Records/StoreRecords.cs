namespace InfoShare.Checker.Records;

/// <summary>What the product's own store says, as it lies in its tables. Times are microseconds since 1970, UTC.</summary>
public sealed record StoreRecords(
    IReadOnlyList<AuditRecord> Audit, IReadOnlyList<DecisionRecord> Decisions, IReadOnlyList<DeliveryRecord> Deliveries, IReadOnlyList<MessageRecord> Messages)
{
    public static DateTime Time(long microseconds) => DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}

/// <summary>One link of a writer's chain.</summary>
public sealed record AuditRecord(string Writer, long N, string Previous, string Hash, long At, string Kind, string About, string Detail);

/// <summary>One decision about one delivery.</summary>
public sealed record DecisionRecord(
    string Sender, string MessageId, string DeliveryId, string Kind, long At, string Policy, string? BuiltIn, string Directory, string Facts, string Outcome);

/// <summary>One delivery.</summary>
public sealed record DeliveryRecord(string DeliveryId, string MessageId, string? ChildToken, string Kind, string State, string Because);

/// <summary>One message that routing took or refused.</summary>
public sealed record MessageRecord(string Sender, string Id, string Type, string? ChildToken, long ReceivedAt, string Outcome);
