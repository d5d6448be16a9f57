using InfoShare.Clocks;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Failures;
using InfoShare.Vault;

namespace InfoShare.Routing.Failures;

/// <summary>
/// Takes retries further, by the tables alone: a process that ends changes nothing, and of two the second finds done what the first has
/// done, because writers take turns.
/// </summary>
internal sealed class RetryRounds(RoutingContext routing)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>More than go at once, so that those that are left out do not fill a round.</summary>
    private const int LookedAt = 500;

    /// <summary>One round of one retry: what became of those that were sent again, then the next of them.</summary>
    public void Run(WriteScope scope, RetryRow retry)
    {
        scope.Settle(retry.RetryId, Now);
        var progress = RetryProgress.Of(scope, retry.RetryId);
        if (retry.State == RetryStates.Open && RetryRules.MustStop(retry, progress.FailedAgain))
            retry = Turn(scope, retry, RetryStates.Stopped, $"{progress.FailedAgain} failed again");
        if (retry.State == RetryStates.Open && progress.Left > 0)
        {
            SendNext(scope, retry, progress.Sent);
            progress = RetryProgress.Of(scope, retry.RetryId);
        }

        if (progress is { Left: 0, Waiting: 0 })
            Turn(scope, retry with { EndedAt = Now }, retry.State == RetryStates.Cancelled ? RetryStates.Cancelled : RetryStates.Done, $"{progress.HandedOver} handed over, {progress.FailedAgain} failed again");
    }

    /// <summary>Notes the state to which it comes.</summary>
    public RetryRow Turn(WriteScope scope, RetryRow retry, string state, string detail)
    {
        var turned = retry with { State = state };
        scope.Save(turned);
        scope.Audit(routing.Settings.Writer, routing.Now, $"retry-{(turned.EndedAt is null ? state : "ended")}", retry.RetryId, detail);
        return turned;
    }

    /// <summary>Whose adapter gets it: as was decided, or who serves the organisation by now. Null: nobody.</summary>
    public string? ParticipantOf(RetryCandidate one) =>
        one.Participant.Length > 0 ? one.Participant : routing.Directory.ParticipantServing(one.Organisation, London.DayOf(routing.Now))?.Id;

    /// <summary>A code of why one is not sent again; null: it is.</summary>
    public string? WhyNot(RetryCandidate one) => one.Why ?? (ParticipantOf(one) is null ? "nobody-serves" : null);

    private void SendNext(WriteScope scope, RetryRow retry, long sent)
    {
        var room = RetryRules.RoomFor(retry, sent, scope.CountSentAgainBy(retry.RetryId, (routing.Now - Minute).ToMicroseconds()));
        if (room == 0)
            return;
        foreach (var one in scope.NextOf(retry.RetryId, LookedAt))
        {
            if (WhyNot(one) is { } why)
                scope.LeaveOut(retry.RetryId, one.N, why, Now);
            else if (room-- > 0)
            {
                scope.SendAgain(retry.RetryId, one.N, one.DeliveryId, ParticipantOf(one)!, Now);
                scope.Audit(routing.Settings.Writer, routing.Now, "delivery-again", one.DeliveryId, $"retry {retry.RetryId}");
            }
            else
                return;
        }
    }

    private long Now => routing.Now.ToMicroseconds();
}
