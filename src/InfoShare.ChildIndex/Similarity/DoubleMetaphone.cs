namespace InfoShare.ChildIndex.Similarity;

/// <summary>How a name sounds, in at most two ways.</summary>
/// <remarks>Source: L. Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal 18 (2000). Codes of up to <see cref="Longest"/> letters; 0 stands for "th".</remarks>
public static class DoubleMetaphone
{
    /// <summary>Letters of a code.</summary>
    public const int Longest = 6;

    /// <summary>Both are the same for most names. Letters other than A to Z are passed over.</summary>
    public static (string Primary, string Secondary) Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new SoundedWord(new([.. text.ToUpperInvariant().Where(letter => char.IsAsciiLetterUpper(letter) || letter == ' ')]));
        if (word.At(0, "GN", "KN", "PN", "WR", "PS"))
            word.Skip(1);
        if (word.At(0, "X"))
            word.Take("S", 1);
        while (!word.IsDone)
            Next(word);
        return word.Codes;
    }

    private static void Next(SoundedWord word)
    {
        switch (word.Letter)
        {
            case 'A' or 'E' or 'I' or 'O' or 'U' or 'Y':
                if (word.Place == 0)
                    word.Take("A", 1);
                else
                    word.Skip(1);
                break;
            case 'B': word.Take("P", word.Doubled('B')); break;
            case 'C': SoundsOfC.Take(word); break;
            case 'D': SoundsOfOthers.TakeD(word); break;
            case 'F': word.Take("F", word.Doubled('F')); break;
            case 'G': SoundsOfG.Take(word); break;
            case 'H': SoundsOfOthers.TakeH(word); break;
            case 'J': SoundsOfOthers.TakeJ(word); break;
            case 'K': word.Take("K", word.Doubled('K')); break;
            case 'L': SoundsOfOthers.TakeL(word); break;
            case 'M': word.Take("M", word.Before("U", 1) && word.At(1, "B") && (word.Place + 2 == word.Length || word.At(2, "ER")) ? 2 : word.Doubled('M')); break;
            case 'N': word.Take("N", word.Doubled('N')); break;
            case 'P': word.Take(word.At(1, "H") ? "F" : "P", word.At(1, "H", "P", "B") ? 2 : 1); break;
            case 'Q': word.Take("K", word.Doubled('Q')); break;
            case 'R': SoundsOfOthers.TakeR(word); break;
            case 'S': SoundsOfS.Take(word); break;
            case 'T': SoundsOfOthers.TakeT(word); break;
            case 'V': word.Take("F", word.Doubled('V')); break;
            case 'W': SoundsOfOthers.TakeW(word); break;
            case 'X': SoundsOfOthers.TakeX(word); break;
            case 'Z': SoundsOfOthers.TakeZ(word); break;
            default: word.Skip(1); break;
        }
    }
}
