using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Routing.Meetings;
using InfoShare.Routing.Patterns;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Meetings;
using InfoShare.Storage.Plans;
using InfoShare.Vault;

namespace InfoShare.Routing.Identity;

/// <summary>What is left of a child when a link is undone: all that a delivery may have rested on.</summary>
internal sealed record LeftAlone(
    ChildRow Child, IReadOnlyList<ConsentFact> Agreements, IReadOnlyList<PastConcernRow> Concerns, IReadOnlyList<(string, string?)> PlanHolders, IReadOnlyList<(string, string)> CoreGroup)
{
    public static LeftAlone Of(ReadScope scope, string token) => new(
        scope.FindChild(token)!, scope.ConsentsOf(token), [.. scope.PastConcernsOf([token], CumulativeConcerns.MostRead).Rows],
        [.. scope.OpenPlansOf([token]).Rows.Select(plan => (plan.Organisation, plan.Role))], scope.InvitedTo(token, Meetings.CoreGroup.Types));

    /// <summary>Whether a delivery's concern is one of several still.</summary>
    public bool IsCumulative(DeliveryRow delivery, AgencyKind from) =>
        Concerns.FirstOrDefault(row => (row.Sender, row.About) == (delivery.Sender, delivery.About)) is { } own
        && CumulativeConcerns.Are(from, Instants.FromMicroseconds(own.HappenedAt), Concerns.Where(row => row != own));
}
