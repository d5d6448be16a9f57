using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Similarity;

namespace InfoShare.ChildIndex.Comparing;

/// <summary>Compares where people live or have lived: one place in common is enough.</summary>
public static class PlaceComparing
{
    private const int LettersAfterDistrict = 3;
    private const int ShortestWithDistrict = 5;

    public static Agreement OfPostcodes(Profile one, Profile other) => Best(one, other, (a, b) => OfPostcode(a.Postcode, b.Postcode));

    public static Agreement OfAddresses(Profile one, Profile other) => Best(one, other, (a, b) => OfLine(a.Line, b.Line));

    private static Agreement Best(Profile one, Profile other, Func<PlaceForm, PlaceForm, Agreement> compare)
    {
        var best = Agreement.Unknown;
        foreach (var a in one.Places)
        {
            foreach (var b in other.Places)
            {
                var agreement = compare(a, b);
                if (agreement is not Agreement.Unknown && (best is Agreement.Unknown || agreement < best))
                    best = agreement;
            }
        }

        return best;
    }

    private static Agreement OfPostcode(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? Agreement.Unknown
        : one == other ? Agreement.Same
        : Slips.AtMostOne(one, other) ? Agreement.Slip
        : District(one) is { Length: > 0 } district && district.SequenceEqual(District(other)) ? Agreement.Partly
        : Agreement.Different;

    private static ReadOnlySpan<char> District(string postcode) => postcode.Length >= ShortestWithDistrict ? postcode.AsSpan(0, postcode.Length - LettersAfterDistrict) : [];

    private static Agreement OfLine(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
            return Agreement.Unknown;
        if (one == other)
            return Agreement.Same;
        var likeness = JaroWinkler.Of(one, other);
        // The house next door is not a slip of the pen.
        return likeness >= Names.CloseFrom && Names.HaveSameDigits(one, other) ? Agreement.Close : likeness >= Names.AlikeFrom ? Agreement.Alike : Agreement.Different;
    }
}
