using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Children;

/// <summary>Reads and writes agreements.</summary>
public static class ConsentTable
{
    /// <summary>All agreements about a child, in force or not; the policy asks which stand.</summary>
    public static IReadOnlyList<ConsentFact> ConsentsOf(this ReadScope scope, string childToken) =>
        [.. scope.Query<string>("select fact from consent where child_token = @childToken order by sender, consent_id", new { childToken })
            .Select(DecisionTable.Read<ConsentFact>)];

    /// <summary>As <see cref="ConsentsOf(ReadScope, string)"/>, for several children.</summary>
    public static ILookup<string, ConsentFact> ConsentsOf(this ReadScope scope, string[] childTokens) => scope
        .Query<Told>("select child_token, fact from consent where child_token in @childTokens order by sender, consent_id", new { childTokens })
        .ToLookup(row => row.ChildToken, row => DecisionTable.Read<ConsentFact>(row.Fact));

    public static (ConsentFact Fact, string OrderNo)? FindConsent(this ReadScope scope, string sender, string consentId) =>
        scope.First<Row>("select fact, order_no from consent where sender = @sender and consent_id = @consentId", new { sender, consentId }) is { } row
            ? (DecisionTable.Read<ConsentFact>(row.Fact), row.OrderNo)
            : null;

    /// <summary>Notes an agreement; an earlier word of the same sender does not replace a later one.</summary>
    public static void SetConsent(this WriteScope scope, string sender, string consentId, string childToken, string orderNo, ConsentFact fact) =>
        scope.Later("""
            insert into consent (sender, consent_id, child_token, order_no, fact) values (@sender, @consentId, @childToken, @orderNo, @fact)
            on conflict (sender, consent_id) do update set child_token = excluded.child_token, order_no = excluded.order_no, fact = excluded.fact
            where excluded.order_no > consent.order_no
            """, new { sender, consentId, childToken, orderNo, fact = DecisionTable.Write(fact) });

    private sealed record Told
    {
        public required string ChildToken { get; init; }
        public required string Fact { get; init; }
    }

    private sealed record Row
    {
        public required string Fact { get; init; }
        public required string OrderNo { get; init; }
    }
}
