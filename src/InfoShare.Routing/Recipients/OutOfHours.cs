using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Recipients;

/// <summary>
/// A child that may come to significant harm does not wait until the office opens: whoever is on duty for a post that is closed hears as
/// well, and the sender is told whom to call where the closed post is a front door. Hours, deputies and numbers are the directory's. Pure.
/// </summary>
internal static class OutOfHours
{
    /// <summary>Those on duty, nearest first, for the posts of deliveries that go and that nobody reads now.</summary>
    public static IEnumerable<Candidate> OnDuty(IEnumerable<DeliveryRow> deliveries, SharingDirectory directory, DateTimeOffset at) =>
        from post in Closed(deliveries, directory, at)
        let standing = directory.OnDuty(post, at)
        where standing is not null
        let candidate = Candidate.For(standing, Relationship.OnDuty, directory, London.DayOf(at))
        where candidate is not null
        select candidate;

    /// <summary>What the sender is told of front doors that are closed.</summary>
    /// <param name="mayTellWhere">False: the number would tell where a child lives whose address is restricted.</param>
    public static IEnumerable<WithheldNotice> Told(IEnumerable<DeliveryRow> deliveries, bool mayTellWhere, SharingDirectory directory, DateTimeOffset at) =>
        from post in Closed(deliveries.Where(delivery => delivery.Role == Roles.FrontDoor), directory, at)
        select new WithheldNotice { Code = WithheldCodes.OutOfHours, Call = mayTellWhere ? post.OutOfHours ?? directory.OnDuty(post, at)?.Contact : null };

    private static IEnumerable<Post> Closed(IEnumerable<DeliveryRow> deliveries, SharingDirectory directory, DateTimeOffset at) =>
        from delivery in deliveries
        where delivery.State == DeliveryStates.Decided
        let post = directory.PostAt(delivery.Organisation, delivery.Role, London.DayOf(at))
        where post is not null && !SharingDirectory.IsStaffed(post, at)
        select post;
}
