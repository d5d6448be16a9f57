using InfoShare.ChildIndex.Normalising;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Children;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Families;

namespace InfoShare.Routing.Families;

/// <summary>
/// Keeps who belongs to a child's family, so that what is known of a brother is found with the sister. By keyed hashes of name and
/// birthday; a name alone is too common to make a family.
/// </summary>
internal sealed class FamilyIntake(RoutingContext routing)
{
    /// <summary>From the earliest birth that a child lives through to the latest; ours.</summary>
    private const int MostDaysEarlyOrLate = 120;

    public void Take(Arrival arrival)
    {
        var at = arrival.At.ToMicroseconds();
        foreach (var (key, kind) in PeopleIn(arrival.Subject.Parts).Distinct())
            arrival.Scope.Save(new FamilyPersonRow { Record = arrival.Record, ChildToken = arrival.ChildToken, Key = key, Kind = kind, FirstTold = at, LastTold = at });
        foreach (var other in arrival.Subject.Concern?.LinkedConcerns ?? [])
            arrival.Scope.LinkConcerns(arrival.Sender, arrival.Subject.About, other, arrival.Record, arrival.ChildToken, at);
        if (arrival.Before.RecordOf(arrival.Record) is null && arrival.Subject.Parts is { Identity.DateOfBirth: { } born, Household.Adults.Count: > 0 })
            AskWhetherBorn(arrival, born);
    }

    /// <summary>A child of the same parent that was expected about that day may be this one: a person is asked, because there may be twins.</summary>
    private void AskWhetherBorn(Arrival arrival, DateOnly born)
    {
        foreach (var record in arrival.Scope.FamilyOf(arrival.ChildToken).Where(child => child.Because == Kinship.Parent).SelectMany(child => arrival.Scope.RecordsOf(child.ChildToken)))
        {
            if (arrival.Scope.DetailsOf(record) is { } details && ToldPerson.Read(details) is { DateOfBirth: null, ExpectedDateOfBirth: { } expected } && Math.Abs(expected.DayNumber - born.DayNumber) <= MostDaysEarlyOrLate)
                arrival.Scope.Open(Reviews.Question(routing, arrival.Record, record.Record, "may-be-born"));
        }
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
