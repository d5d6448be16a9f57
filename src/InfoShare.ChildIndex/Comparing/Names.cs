using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Similarity;

namespace InfoShare.ChildIndex.Comparing;

/// <summary>Compares names.</summary>
public static class Names
{
    /// <summary>From here on, names are spelled a little differently.</summary>
    public const double CloseFrom = 0.92;

    /// <summary>From here on, they are alike.</summary>
    public const double AlikeFrom = 0.80;

    public static Agreement OfGiven(NameForm one, NameForm other) => Obvious(one, other) ?? Further(one, other, one.Words.Contains(other.Words[0]) || other.Words.Contains(one.Words[0])
        || Nicknames.AreOfOneName(one.Words[0], other.Words[0]) || IsInitial(one, other) || IsInitial(other, one) ? Agreement.Variant : Agreement.Different);

    public static Agreement OfFamily(NameForm one, NameForm other) => Obvious(one, other) ?? Further(one, other, one.Words.Any(word => word.Length > 2 && other.Words.Contains(word)) ? Agreement.Partly : Agreement.Different);

    private static Agreement? Obvious(NameForm one, NameForm other) =>
        !one.IsKnown || !other.IsKnown ? Agreement.Unknown : one.Text == other.Text ? Agreement.Same : null;

    private static Agreement Further(NameForm one, NameForm other, Agreement related)
    {
        // Twin 1 and twin 2, baby 12 and baby 13: a number in a name is there to tell children apart.
        if (!HaveSameDigits(one.Text, other.Text))
            return Agreement.Different;
        var likeness = JaroWinkler.Of(one.Text, other.Text);
        return likeness >= CloseFrom ? Agreement.Close
            : related is not Agreement.Different ? related
            : likeness >= AlikeFrom || (one.Sound.Length > 1 && one.Sound == other.Sound) ? Agreement.Alike
            : Agreement.Different;
    }

    /// <summary>Whether the digits in both are the same ones in the same order.</summary>
    internal static bool HaveSameDigits(string one, string other)
    {
        var rest = other.AsSpan();
        foreach (var letter in one)
        {
            if (!char.IsAsciiDigit(letter))
                continue;
            var next = rest.IndexOfAnyInRange('0', '9');
            if (next < 0 || rest[next] != letter)
                return false;
            rest = rest[(next + 1)..];
        }

        return !rest.ContainsAnyInRange('0', '9');
    }

    private static bool IsInitial(NameForm one, NameForm other) => one.Text.Length == 1 && other.Text[0] == one.Text[0];
}
