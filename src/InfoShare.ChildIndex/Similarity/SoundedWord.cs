using System.Text;

namespace InfoShare.ChildIndex.Similarity;

/// <summary>A word, how much of it was sounded, and the sounds so far.</summary>
internal sealed class SoundedWord(string word)
{
    private readonly StringBuilder primary = new(), secondary = new();

    public int Place { get; private set; }
    public int Length => word.Length;
    public char Letter => word[Place];
    public bool IsDone => Place >= word.Length || (primary.Length >= DoubleMetaphone.Longest && secondary.Length >= DoubleMetaphone.Longest);
    public bool IsLast => Place == word.Length - 1;
    public (string, string) Codes => (Cut(primary), Cut(secondary));

    /// <summary>Slavic or Germanic spelling, by its letters.</summary>
    public bool IsSlavoGermanic { get; } = word.Contains('W') || word.Contains('K') || word.Contains("CZ", StringComparison.Ordinal) || word.Contains("WITZ", StringComparison.Ordinal);

    public bool StartsWith(params ReadOnlySpan<string> beginnings) => AtPlace(0, beginnings);

    /// <summary>Whether one of these stands so many letters on from here.</summary>
    public bool At(int offset, params ReadOnlySpan<string> some) => AtPlace(Place + offset, some);

    /// <summary>Whether this stands that many letters before here.</summary>
    public bool Before(string text, int letters) => AtPlace(Place - letters, [text]);

    public bool IsVowel(int offset) => Place + offset >= 0 && Place + offset < word.Length && "AEIOUY".Contains(word[Place + offset]);

    /// <summary>2 where the letter is doubled, else 1.</summary>
    public int Doubled(char letter) => Place + 1 < word.Length && word[Place + 1] == letter ? 2 : 1;

    public void Skip(int letters) => Place += letters;

    public void Take(string sound, int letters) => Take(sound, sound, letters);

    public void Take(string first, string second, int letters)
    {
        primary.Append(first);
        secondary.Append(second);
        Place += letters;
    }

    private bool AtPlace(int place, ReadOnlySpan<string> some)
    {
        if (place < 0)
            return false;
        foreach (var text in some)
        {
            if (string.CompareOrdinal(word, Math.Min(place, word.Length), text, 0, text.Length) == 0)
                return true;
        }

        return false;
    }

    private static string Cut(StringBuilder code) => code.ToString(0, Math.Min(code.Length, DoubleMetaphone.Longest));
}
