using InfoShare.Directory;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Moves;
using InfoShare.Routing.Transfers;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Recipients;

/// <summary>Where a message's child is and who knows it, as the message and the store have it.</summary>
internal sealed class ChildPlaces(RoutingContext routing)
{
    public ChildPlace Of(Arrival arrival)
    {
        var child = arrival.Child;
        var identity = arrival.Subject.Parts?.Identity;
        var age = identity?.DateOfBirth is { } birth ? Age.On(arrival.Day, birth) : (int?)null;
        if (arrival.Subject.Transfer is { } transfer)
        {
            var authority = transfer.ToArea is { } area ? LocalAuthorities.AuthorityFor(area, arrival.Day) ?? area : null;
            return new(child.Area, authority, child.School, child.Practice, child.Team, age, AskedPost.Of(transfer, routing.Directory, arrival.Day));
        }

        var move = arrival.Subject.Move;
        if (move is null)
            return new(child.Area ?? AreaByOwnPlaces(arrival, child), null, child.School, child.Practice, child.Team, age);

        var (from, to) = MovePlaces.Of(move, routing.Settings.Postcodes, arrival.Day);
        // A reorganisation gives the child another code where it is, and nobody new hears of it.
        return AreaChanges.Between(from ?? move.FromArea, to, arrival.Day) is AreaChange.None or AreaChange.Recoded
            ? new(to, null, child.School, child.Practice, child.Team, age)
            : new(from, to, child.School, child.Practice, child.Team, age);
    }

    /// <summary>Without an address: the area of the child's own school, of the school or authority that speaks, or of the practice, where that is in one area only.</summary>
    private string? AreaByOwnPlaces(Arrival arrival, ChildRow child)
    {
        string?[] places =
        [
            child.School is { } school ? $"urn/{school}" : null,
            arrival.Source.StartsWith("urn/", StringComparison.Ordinal) || arrival.Source.StartsWith("la/", StringComparison.Ordinal) ? arrival.Source : null,
            child.Practice is { } practice ? $"ods/{practice}" : null,
        ];
        return places.OfType<string>()
            .Select(id => routing.Directory.OrganisationWith(id, arrival.Day)?.Areas)
            .FirstOrDefault(areas => areas is { Count: 1 })?[0];
    }
}
