using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Children;

/// <summary>An agreement about a child.</summary>
/// <param name="Json">As <see cref="DecisionTable.Write{T}"/> has written it.</param>
public sealed record ConsentRow(string ChildToken, string Json)
{
    public ConsentFact Fact => DecisionTable.Read<ConsentFact>(Json);
}

/// <summary>Reads and writes agreements.</summary>
public static class ConsentTable
{
    /// <summary>All agreements about a child, in force or not; the policy asks which stand.</summary>
    public static IReadOnlyList<ConsentFact> ConsentsOf(this ReadScope scope, string childToken) =>
        [.. scope.Query<string>("select fact from consent where child_token = @childToken order by sender, consent_id", new { childToken })
            .Select(DecisionTable.Read<ConsentFact>)];

    /// <summary>As <see cref="ConsentsOf(ReadScope, string)"/>, for several children.</summary>
    public static Asked<ConsentRow> ConsentsOf(this ReadScope scope, string[] childTokens) => scope.Ask<ConsentRow>(
        "select child_token as ChildToken, fact as Json from consent where child_token in @childTokens order by sender, consent_id", new { childTokens });

    public static (ConsentFact Fact, string OrderNo)? FindConsent(this ReadScope scope, string sender, string consentId) =>
        scope.First<Row>("select fact, order_no from consent where sender = @sender and consent_id = @consentId", new { sender, consentId }) is { } row
            ? (DecisionTable.Read<ConsentFact>(row.Fact), row.OrderNo)
            : null;

    /// <summary>Notes an agreement; an earlier word of the same sender does not replace a later one.</summary>
    public static void SetConsent(this WriteScope scope, string sender, string consentId, string record, string childToken, string orderNo, ConsentFact fact) =>
        scope.Later("""
            insert into consent (sender, consent_id, record, child_token, order_no, fact) values (@sender, @consentId, @record, @childToken, @orderNo, @fact)
            on conflict (sender, consent_id) do update set record = excluded.record, child_token = excluded.child_token, order_no = excluded.order_no, fact = excluded.fact
            where excluded.order_no > consent.order_no
            """, new { sender, consentId, record, childToken, orderNo, fact = DecisionTable.Write(fact) });

    private sealed record Row
    {
        public required string Fact { get; init; }
        public required string OrderNo { get; init; }
    }
}
