using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Failures;
using InfoShare.Vault;

namespace InfoShare.Routing.Failures;

/// <summary>What came of a wish about a retry.</summary>
/// <param name="Problem">Why nothing was done; null: it was.</param>
public sealed record RetryAnswer(string? RetryId, string? Problem = null);

/// <summary>
/// Sends again what failed, in stages: first one, then more once its outcome is known. A delivery counts as handed over when its recipient's
/// adapter has said so, and never before. Each goes under its own id, decided again, and in the order of its key.
/// </summary>
public sealed class RetryDesk
{
    private readonly RoutingContext routing;
    private readonly RetryRounds rounds;
    private readonly Operators operators;

    internal RetryDesk(RoutingContext routing) => (this.routing, rounds, operators) = (routing, new(routing), new(routing.Store));

    /// <summary>What would be sent again, and what would not and why. Changes nothing.</summary>
    public DryRun Try(ReadScope scope, FailureGroup group)
    {
        var all = scope.CandidatesIn(group, RetryRules.Most + 1);
        var taken = all.Take(RetryRules.Most).Select(rounds.WhyNot).ToList();
        return new(
            taken.Count(why => why is null),
            [.. taken.OfType<string>().GroupBy(why => why).Select(alike => (alike.Key, alike.Count())).OrderByDescending(alike => alike.Item2).ThenBy(alike => alike.Key, StringComparer.Ordinal)],
            all.Count > RetryRules.Most);
    }

    /// <summary>Begins one, with the first delivery; where others of the group were sent again lately, with none until another person approves.</summary>
    public Task<RetryAnswer> StartAsync(RetryStart asked) => routing.Store.WriteAsync(scope =>
    {
        if (RetryRules.ProblemOf(asked.PerMinute, asked.StopAfter) is { } problem)
            return new RetryAnswer(null, problem);
        if (scope.RetriesOf(asked.Group.Key, 1) is [{ State: RetryStates.Open or RetryStates.Paused or RetryStates.Stopped } under])
            return new(under.RetryId, "This group is being sent again already");
        if (Try(scope, asked.Group).Going == 0)
            return new(null, "None of this group can be sent again");
        var (now, by) = (routing.Now.ToMicroseconds(), operators.TokenOf(scope, asked.By));
        var retry = new RetryRow
        {
            RetryId = routing.Store.Ids.Of("retry", asked.Group.Key, by, $"{now}"),
            FailureGroup = asked.Group.Key,
            State = RetryStates.Open,
            PerMinute = asked.PerMinute,
            StopAfter = asked.StopAfter,
            Released = RetryRules.NeedsApproval(Lately(scope, asked.Group.Key), 1) ? 0 : 1,
            By = by,
            At = now,
        };
        scope.Add(retry);
        scope.Fill(retry.RetryId, asked.Group, RetryRules.Most);
        Audit(scope, "retry-started", retry.RetryId, $"{asked.Group.Key} {asked.PerMinute} a minute, stop after {asked.StopAfter} by:{by}");
        rounds.Run(scope, retry);
        return new(retry.RetryId);
    });

    /// <summary>Why no more can be released now; null: more can.</summary>
    public static string? WhyNoMore(RetryRow? retry, RetryProgress progress) => retry switch
    {
        null => "There is no such retry",
        { State: not RetryStates.Open } => $"It is {retry.State}",
        _ when progress.Left == 0 => "None is left",
        _ when progress.Sent < retry.Released => "What was released before has not all been sent again yet",
        _ when progress.Waiting > 0 => "The outcome of what was sent again is not known yet",
        _ => null,
    };

    /// <summary>Whether another person must approve that so many more are sent again.</summary>
    public bool NeedsApproval(ReadScope scope, RetryRow retry, long more) =>
        RetryRules.NeedsApproval(Lately(scope, retry.FailureGroup), more);

    /// <summary>Lets so many more be sent again, in a transaction of the caller's.</summary>
    /// <param name="approved">Another person has approved it.</param>
    /// <returns>What stands in the way; null: they go.</returns>
    public string? Release(WriteScope scope, string retryId, long more, string by, bool approved)
    {
        var retry = scope.FindRetry(retryId);
        if (WhyNoMore(retry, RetryProgress.Of(scope, retryId)) is { } problem)
            return problem;
        if (more < 1)
            return "Release at least one";
        if (!approved && NeedsApproval(scope, retry!, more))
            return "Another person must approve that so many are sent again";
        var released = retry! with { Released = retry.Released + more };
        scope.Save(released);
        Audit(scope, "retry-released", retryId, $"{released.Released} by:{operators.TokenOf(scope, by)}");
        rounds.Run(scope, released);
        return null;
    }

    /// <summary>Nothing more is sent again until it is resumed.</summary>
    public Task<string?> PauseAsync(string retryId, string by) => TurnAsync(retryId, by, RetryStates.Paused, RetryStates.Open);

    /// <summary>Goes on, also after too many had failed again: these are forgiven.</summary>
    public Task<string?> ResumeAsync(string retryId, string by) => TurnAsync(retryId, by, RetryStates.Open, RetryStates.Paused, RetryStates.Stopped);

    /// <summary>Nothing more is sent again; what was goes its way.</summary>
    public Task<string?> CancelAsync(string retryId, string by) => TurnAsync(retryId, by, RetryStates.Cancelled, RetryStates.Open, RetryStates.Paused, RetryStates.Stopped);

    /// <summary>Takes every retry a round further. Run by each router, and safe in any number of them.</summary>
    public async Task RunAsync()
    {
        if (routing.Store.Read(scope => scope.OpenRetries()).Count == 0)
            return;
        await routing.Store.WriteAsync(scope =>
        {
            foreach (var retry in scope.OpenRetries())
                rounds.Run(scope, retry);
        });
    }

    private Task<string?> TurnAsync(string retryId, string by, string state, params string[] from) => routing.Store.WriteAsync(scope =>
    {
        if (scope.FindRetry(retryId) is not { } retry)
            return "There is no such retry";
        if (!from.Contains(retry.State))
            return $"It is {retry.State}";
        if (state == RetryStates.Cancelled)
            scope.LeaveOutRest(retryId, "cancelled", routing.Now.ToMicroseconds());
        scope.Settle(retryId, routing.Now.ToMicroseconds());
        var forgiven = state == RetryStates.Open ? RetryProgress.Of(scope, retryId).FailedAgain : retry.Forgiven;
        rounds.Run(scope, rounds.Turn(scope, retry with { Forgiven = forgiven }, state, $"by:{operators.TokenOf(scope, by)}"));
        return (string?)null;
    });

    private long Lately(ReadScope scope, string group) => scope.CountSentAgain(group, (routing.Now - RetryRules.Lately).ToMicroseconds());

    private void Audit(WriteScope scope, string kind, string about, string detail) => scope.Audit(routing.Settings.Writer, routing.Now, kind, about, detail);
}
