using InfoShare.Contracts.Notices;
using InfoShare.Directory;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Recipients;
using InfoShare.Storage.Plans;

namespace InfoShare.Routing.Plans;

/// <summary>What bears on a plan reaches those who manage the child's plans, in whichever area and service they are.</summary>
internal static class PlanHolders
{
    /// <summary>Those to ask about a move, a change of circumstances or of a plan, a call to stop and review, the outcome of proceedings; nobody about anything else.</summary>
    public static IEnumerable<Candidate> ToTell(Arrival arrival, SharingDirectory directory)
    {
        if (arrival.Subject is not ({ Move: not null } or { Notice: PlanChanged or StopAndReviewRequested or CircumstancesChanged or LegalOutcome }))
            return [];
        (string, string?)? own = arrival.Subject.ChangedPlan is null ? null : PlanHolder.Of(arrival.Subject.Parts!.Plan!, arrival.Source, directory, arrival.Day);
        var told = PlanHolder.OfOthers(arrival.Scope.OpenPlansOf([arrival.ChildToken]).Rows, own, directory, arrival.Day);
        // The organisation that speaks hears only of a plan that another post of it manages, and of a call for review.
        return arrival.Subject.Notice is PlanChanged or StopAndReviewRequested ? told : told.Where(one => one.Facts.Organisation != arrival.Source);
    }
}
