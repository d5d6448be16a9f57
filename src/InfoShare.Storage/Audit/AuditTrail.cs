using System.Security.Cryptography;
using System.Text;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Audit;

/// <summary>One record of the audit trail. Ids and codes only.</summary>
public sealed record AuditRow
{
    public required string Writer { get; init; }
    public long N { get; init; }
    public required string Previous { get; init; }
    public required string Hash { get; init; }
    public long At { get; init; }
    public required string Kind { get; init; }
    public required string About { get; init; }
    public required string Detail { get; init; }
}

/// <summary>A chain of records per writer: each holds the hash of the one before, so that none can be changed, removed or put between unnoticed.</summary>
public static class AuditTrail
{
    /// <summary>Before a decision's hash, at the end of the record that tells of it.</summary>
    public const string DecisionMark = "decision:";

    /// <summary>In place of the hash, where nothing was decided because nobody was found.</summary>
    public const string NoDecision = "none";

    private const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Adds a record in the transaction of what it tells.</summary>
    public static void Audit(this WriteScope scope, string writer, DateTimeOffset at, string kind, string about, string detail)
    {
        var (n, previous) = ChainHeads.Of(scope.Anchor, writer) ?? scope.LastOf(writer);
        var row = new AuditRow
        {
            Writer = writer,
            N = n + 1,
            Previous = previous,
            Hash = "",
            At = at.ToMicroseconds(),
            Kind = kind,
            About = about,
            Detail = detail,
        };
        row = row with { Hash = HashOf(row) };
        scope.Later("""
            insert into audit (writer, n, previous, hash, at, kind, about, detail)
            values (@Writer, @N, @Previous, @Hash, @At, @Kind, @About, @Detail)
            """, row);
        scope.Anchor = ChainHeads.With(scope.Anchor, writer, $"{row.N}:{row.Hash}");
        StorageSignals.Recorded(kind);
    }

    /// <summary>Where a writer's chain goes on, when the anchor does not tell.</summary>
    private static (long N, string Hash) LastOf(this ReadScope scope, string writer) =>
        scope.First<AuditRow>("select * from audit where writer = @writer order by n desc limit 1", new { writer }) is { } last ? (last.N, last.Hash) : (0, Genesis);

    /// <summary>The heads of all chains, for cross-linking: <c>writer:n:hash</c>.</summary>
    public static IReadOnlyList<string> Heads(this ReadScope scope) => [.. scope.AuditWriters().Select(writer => (writer, Last: scope.LastOf(writer))).Select(one => $"{one.writer}:{one.Last.N}:{one.Last.Hash}")];

    /// <summary>Follows every chain from its first record. The heads, noted apart from the data, betray a tail that was cut off.</summary>
    /// <param name="anchor">The heads as <see cref="ChainHeads"/> writes them.</param>
    public static AuditVerification Verify(this ReadScope scope, string anchor)
    {
        var records = 0L;
        AuditRow? previous = null;
        var writers = 0;
        var unseen = ChainHeads.In(anchor).ToHashSet();
        var decisions = new HashSet<string>();
        foreach (var row in scope.Stream<AuditRow>("select * from audit order by writer, n"))
        {
            if (previous?.Writer != row.Writer)
                (previous, writers) = (null, writers + 1);
            if (Break(row, previous) is { } reason)
                return new(records, writers, $"{row.Writer}:{row.N}", reason);
            if (row.Detail.Split(DecisionMark) is [_, not NoDecision and var decision])
                decisions.Add(decision);
            unseen.Remove($"{row.Writer}:{row.N}:{row.Hash}");
            (previous, records) = (row, records + 1);
        }

        if (unseen.Count == 0 && DecisionProblem(scope, decisions) is var (number, problem))
            return new(records, writers, number, problem);
        return unseen.Count == 0
            ? new(records, writers, null, null)
            : new(records, writers, string.Join(':', unseen.First().Split(':').Take(2)), "the chain ends before the record that was last noted apart from the data");
    }

    /// <summary>Every decision is as the audit tells of it, and none that it tells of is missing.</summary>
    private static (string Number, string Problem)? DecisionProblem(ReadScope scope, HashSet<string> audited)
    {
        foreach (var row in scope.EveryDecision())
        {
            if (!audited.Remove(DecisionTable.HashOf(row)))
                return ($"decision {row.Id}", "it is not as the audit tells of it");
        }

        return audited.Count == 0 ? null : ("decision", "one that the audit tells of is missing");
    }

    /// <summary>Whether a record is as it was written, and continues the one before it.</summary>
    internal static bool Continues(AuditRow row, AuditRow? previous) => Break(row, previous) is null;

    private static string? Break(AuditRow row, AuditRow? previous)
    {
        if (row.N != (previous?.N ?? 0) + 1)
            return "a record is missing before this one";
        if (row.Previous != (previous?.Hash ?? Genesis))
            return "it does not continue the record before";
        return row.Hash == HashOf(row) ? null : "its content was changed";
    }

    private static string HashOf(AuditRow row)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] fields = [row.Previous, row.Writer, $"{row.N}", $"{row.At}", row.Kind, row.About, row.Detail];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            sha.AppendData(BitConverter.GetBytes(bytes.Length));
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Records">Records whose links hold.</param>
/// <param name="Writers">Chains seen.</param>
/// <param name="BrokenAt">The first broken record, <c>writer:n</c>; null when all holds.</param>
public sealed record AuditVerification(long Records, int Writers, string? BrokenAt, string? Reason)
{
    /// <summary>Every link holds.</summary>
    public bool Holds => BrokenAt is null;
}
