using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Weighing;

/// <summary>How common names are: that two share a rare one says more.</summary>
public sealed class Frequencies
{
    private readonly Dictionary<string, int> given, family, postcodes;
    private readonly Dictionary<BirthDate, int> births;
    private readonly double givenBits, familyBits, birthBits, postcodeBits;
    private readonly int people;

    private Frequencies(IReadOnlyList<Profile> all)
    {
        people = all.Count;
        (given, givenBits) = Count(all.SelectMany(person => person.Names.Select(name => name.Given.Text)).Where(text => text.Length > 0));
        (family, familyBits) = Count(all.SelectMany(person => person.Names.Select(name => name.Family.Text)).Where(text => text.Length > 0));
        (births, birthBits) = Count(all.Select(person => person.Birth).OfType<BirthDate>());
        (postcodes, postcodeBits) = Count(all.SelectMany(person => person.Places.Select(place => place.Postcode)).Where(text => text.Length > 0));
    }

    public static Frequencies Of(IReadOnlyList<Profile> all) => new(all);

    /// <summary>What a field's weight gains or loses, in bits, by how common the value is that both have; 0 where they are not the same.</summary>
    public double Bits(Field field, Comparison comparison, Profile one, Profile other)
    {
        if (comparison[field] is not Agreement.Same)
            return 0;
        return field switch
        {
            Field.GivenName => Rarest(given, givenBits, one.Names.Select(name => name.Given.Text), other.Names.Select(name => name.Given.Text)),
            Field.FamilyName => Rarest(family, familyBits, one.Names.Select(name => name.Family.Text), other.Names.Select(name => name.Family.Text)),
            Field.BirthDate => Rarest(births, birthBits, [one.Birth!.Value], [other.Birth!.Value]),
            Field.Postcode => Rarest(postcodes, postcodeBits, one.Places.Select(place => place.Postcode), other.Places.Select(place => place.Postcode)),
            _ => 0,
        };
    }

    private double Rarest<T>(Dictionary<T, int> counts, double usual, IEnumerable<T> one, IEnumerable<T> other) where T : notnull
    {
        var least = one.Intersect(other).Select(value => counts.GetValueOrDefault(value, 1)).DefaultIfEmpty(0).Min();
        return least == 0 ? 0 : Math.Log2((double)people / least) - usual;
    }

    /// <summary>With the bits that the usual agreement has: the chance that two values taken at random are equal.</summary>
    private static (Dictionary<T, int> Counts, double Bits) Count<T>(IEnumerable<T> values) where T : notnull
    {
        var counts = values.CountBy(value => value).ToDictionary();
        double total = counts.Values.Sum(), equal = counts.Values.Sum(count => (double)count * count);
        return (counts, total == 0 ? 0 : -Math.Log2(equal / (total * total)));
    }
}
