using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Moves;

/// <summary>Finds a move in a Patient's own record: another home, or another GP practice.</summary>
internal static class MoveReading
{
    /// <summary>The move, with its key as <c>moveId</c>; null when nothing moved. A changed practice counts only where the home stayed.</summary>
    public static ChildMovedArea? Read(Child child, string childKey, IReadOnlyList<Practice> practices, IReadOnlyList<Ended> ended, DateOnly today) =>
        child.OfMother ? null : Home(child, childKey, today) ?? Registration(child, childKey, practices, ended);

    private static ChildMovedArea? Home(Child child, string childKey, DateOnly today)
    {
        if (child.Address?.Addresses is not [{ Use: AddressUse.Home, From: { } start } home, ..])
            return null;
        var left = child.Address.Addresses.Skip(1).FirstOrDefault(a => IsLeft(a, start));
        return left is null || Places.Normalised(left) == Places.Normalised(home) ? null : MoveMessages.Home(child, childKey, start, today);
    }

    /// <summary>An old address that ended, or began before the new home; or an earlier home that ended when the new one began.</summary>
    private static bool IsLeft(Address address, DateOnly start) => address.Use switch
    {
        AddressUse.Old => address.To is not null || address.From < start,
        AddressUse.Home => address.To <= start,
        _ => false,
    };

    private static ChildMovedArea? Registration(Child child, string childKey, IReadOnlyList<Practice> practices, IReadOnlyList<Ended> ended) =>
        PracticeChange.Find(practices, ended) is { } change ? MoveMessages.Practice(child, childKey, change) : null;
}
