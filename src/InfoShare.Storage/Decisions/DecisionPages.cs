using InfoShare.Vault;

namespace InfoShare.Storage.Decisions;

/// <summary>Reads decisions a page at a time, so that nothing waits for whoever reads many.</summary>
public static class DecisionPages
{
    /// <summary>The number of the latest decision; 0: there is none.</summary>
    public static long LastDecision(this ReadScope scope) => scope.First<long?>("select max(id) from decision") ?? 0;

    /// <summary>Those before one, the latest first, each with its child.</summary>
    public static IReadOnlyList<ChildDecisionRow> DecisionsBefore(this ReadScope scope, long id, int most) => scope.Query<ChildDecisionRow>($"""
        select decision.*, message.child_token from decision
        left join message on message.sender = decision.sender and message.id = decision.message_id
        where decision.id < @id order by decision.id desc limit {most}
        """, new { id });

    /// <summary>Those after one, the oldest first.</summary>
    public static IReadOnlyList<DecisionRow> DecisionsAfter(this ReadScope scope, long id, int most) =>
        scope.Query<DecisionRow>($"select * from decision where id > @id order by id limit {most}", new { id });
}
