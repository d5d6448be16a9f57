using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Comparing;

/// <summary>Compares two people. It does not matter which is first.</summary>
public static class People
{
    public static Comparison Compare(Profile one, Profile other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (given, family) = OfNames(one, other);
        return default(Comparison)
            .With(Field.GivenName, given)
            .With(Field.FamilyName, family)
            .With(Field.BirthDate, BirthDates.Of(one.Birth, other.Birth))
            .With(Field.Postcode, PlaceComparing.OfPostcodes(one, other))
            .With(Field.Address, PlaceComparing.OfAddresses(one, other))
            .With(Field.NhsNumber, Numbers.Of(one.NhsNumber, other.NhsNumber))
            .With(Field.Upn, Numbers.Of(one.Upn, other.Upn));
    }

    /// <summary>The two of all their names that agree best, in the given name first.</summary>
    private static (Agreement Given, Agreement Family) OfNames(Profile one, Profile other)
    {
        var best = (Given: Agreement.Unknown, Family: Agreement.Unknown);
        foreach (var a in one.Names)
        {
            foreach (var b in other.Names)
            {
                var names = OfName(a, b);
                if (Rank(names) < Rank(best))
                    best = names;
            }
        }

        return best;
    }

    private static int Rank((Agreement Given, Agreement Family) names) => 16 * Rank(names.Given) + Rank(names.Family);

    private static int Rank(Agreement agreement) => agreement is Agreement.Unknown ? (int)Agreement.Different + 1 : (int)agreement;

    private static (Agreement Given, Agreement Family) OfName((NameForm Given, NameForm Family) one, (NameForm Given, NameForm Family) other)
    {
        var straight = (Names.OfGiven(one.Given, other.Given), Names.OfFamily(one.Family, other.Family));
        if (straight.Item1 is Agreement.Same or Agreement.Close || straight.Item2 is Agreement.Same or Agreement.Close)
            return straight;
        return IsNear(Names.OfFamily(one.Given, other.Family)) && IsNear(Names.OfFamily(one.Family, other.Given)) ? (Agreement.Swapped, Agreement.Unknown) : straight;
    }

    private static bool IsNear(Agreement agreement) => agreement is Agreement.Same or Agreement.Close;
}
