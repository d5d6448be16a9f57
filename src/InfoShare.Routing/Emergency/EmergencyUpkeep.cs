using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing.Emergency;

/// <summary>Puts on record that emergency access has ended, and that a review is overdue. Nothing leaves on what has ended meanwhile: every send asks.</summary>
internal sealed class EmergencyUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;

    private readonly EmergencyShares shares = new(routing);

    public void Run(WriteScope scope)
    {
        var now = routing.Now.ToMicroseconds();
        foreach (var ended in scope.EmergenciesToEnd(now))
        {
            // After a restored backup it ended when the store did; nobody knows who has stopped it since.
            scope.End(ended.GrantId, Math.Min(now, ended.StandsUntil), null);
            scope.Audit(routing.Settings.Writer, routing.Now, "emergency-ended", ended.GrantId, ended.OfThisStore == 1 ? "its time is over" : "the store was restored");
            shares.Narrow(scope, ended);
        }

        foreach (var overdue in scope.OverdueReviews(now))
        {
            scope.MarkOverdueTold(overdue.GrantId);
            scope.Audit(routing.Settings.Writer, routing.Now, "alert", overdue.GrantId,
                overdue.ReviewBy is null ? "emergency-review-deadline-unknown" : "emergency-review-overdue");
        }

        foreach (var old in scope.ErasableEmergencies((routing.Now - routing.Settings.KeepMessages).ToMicroseconds(), AtOnce))
        {
            scope.EraseText(old);
            scope.Audit(routing.Settings.Writer, routing.Now, "emergency-text-erased", old.GrantId, "");
        }
    }
}
