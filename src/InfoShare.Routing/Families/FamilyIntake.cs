using InfoShare.ChildIndex.Normalising;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Families;

namespace InfoShare.Routing.Families;

/// <summary>
/// Keeps who belongs to a child's family, so that what is known of a brother is found with the sister. By keyed hashes of name and
/// birthday; a name alone is too common to make a family.
/// </summary>
internal sealed class FamilyIntake(RoutingContext routing)
{
    public void Take(Arrival arrival)
    {
        var at = arrival.At.ToMicroseconds();
        foreach (var (key, kind) in PeopleIn(arrival.Subject.Parts).Distinct())
            arrival.Scope.Save(new FamilyPersonRow { Record = arrival.Record, ChildToken = arrival.ChildToken, Key = key, Kind = kind, FirstTold = at, LastTold = at });
        foreach (var other in arrival.Subject.Concern?.LinkedConcerns ?? [])
            arrival.Scope.LinkConcerns(arrival.Sender, arrival.Subject.About, other, arrival.Record, arrival.ChildToken, at);
    }

    private IEnumerable<(string Key, string Kind)> PeopleIn(MessageParts? parts)
    {
        foreach (var name in parts?.Identity?.Names ?? [])
        {
            if (KeyOf(name, parts!.Identity!.DateOfBirth) is { } key)
                yield return (key, Kinship.Child);
        }

        foreach (var sibling in parts?.Household?.Siblings ?? [])
        {
            if (KeyOf(sibling.Name, sibling.DateOfBirth) is { } key)
                yield return (key, Kinship.Sibling);
        }

        foreach (var adult in parts?.Household?.Adults ?? [])
        {
            if (KeyOf(adult.Name, adult.DateOfBirth) is { } key)
                yield return (key, Kinship.OfAdult(adult.Relationship));
        }
    }

    /// <summary>Null without a whole name and a birthday.</summary>
    private string? KeyOf(PersonName? name, DateOnly? birth)
    {
        var (given, family) = (NameForm.Of(name is null ? null : string.Join(' ', name.Given)), NameForm.Of(name?.Family));
        return given.IsKnown && family.IsKnown && birth is { } day ? routing.Store.Children.Of("family", given.Text, family.Text, $"{day:yyyy-MM-dd}") : null;
    }
}
