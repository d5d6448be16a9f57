namespace InfoShare.ChildIndex.Similarity;

/// <summary>The sounds of the letters with only a few rules.</summary>
internal static class SoundsOfOthers
{
    public static void TakeD(SoundedWord word)
    {
        if (word.At(0, "DG"))
            word.Take(word.At(2, "I", "E", "Y") ? "J" : "TK", word.At(2, "I", "E", "Y") ? 3 : 2);
        else
            word.Take("T", word.At(0, "DT", "DD") ? 2 : 1);
    }

    public static void TakeH(SoundedWord word)
    {
        if ((word.Place == 0 || word.IsVowel(-1)) && word.IsVowel(1))
            word.Take("H", 2);
        else
            word.Skip(1);
    }

    public static void TakeJ(SoundedWord word)
    {
        if (word.At(0, "JOSE") || word.StartsWith("SAN "))
            word.Take((word.Place == 0 && word.At(4, " ")) || word.Length == 4 || word.StartsWith("SAN ") ? "H" : "J", "H", 1);
        else if (word.Place == 0)
            word.Take("J", "A", word.Doubled('J'));
        else if (word.IsVowel(-1) && !word.IsSlavoGermanic && word.At(1, "A", "O"))
            word.Take("J", "H", 1);
        else if (word.IsLast)
            word.Take("J", "", 1);
        else if (!word.At(1, "L", "T", "K", "S", "N", "M", "B", "Z") && !word.At(-1, "S", "K", "L"))
            word.Take("J", word.Doubled('J'));
        else
            word.Skip(word.Doubled('J'));
    }

    public static void TakeL(SoundedWord word)
    {
        var spanish = (word.Place == word.Length - 3 && word.At(-1, "ILLO", "ILLA", "ALLE"))
            || (word.At(word.Length - 2 - word.Place, "AS", "OS") && word.At(-1, "ALLE"));
        word.Take("L", spanish && word.Doubled('L') == 2 ? "" : "L", word.Doubled('L'));
    }

    public static void TakeR(SoundedWord word) =>
        word.Take(word.IsLast && !word.IsSlavoGermanic && word.Before("IE", 2) && !word.At(-4, "ME", "MA") ? "" : "R", "R", word.Doubled('R'));

    public static void TakeT(SoundedWord word)
    {
        if (word.At(0, "TION", "TIA", "TCH"))
            word.Take("X", 3);
        else if (word.At(0, "TH", "TTH"))
        {
            var hard = word.At(2, "OM", "AM") || word.StartsWith("VAN ", "VON ", "SCH");
            word.Take(hard ? "T" : "0", "T", 2);
        }
        else
            word.Take("T", word.At(1, "T", "D") ? 2 : 1);
    }

    public static void TakeW(SoundedWord word)
    {
        if (word.At(0, "WR"))
            word.Take("R", 2);
        else if (word.Place == 0 && (word.IsVowel(1) || word.At(0, "WH")))
            word.Take("A", word.IsVowel(1) ? "F" : "A", 1);
        else if ((word.IsLast && word.IsVowel(-1)) || word.At(-1, "EWSKI", "EWSKY", "OWSKI", "OWSKY") || word.StartsWith("SCH"))
            word.Take("", "F", 1);
        else if (word.At(0, "WICZ", "WITZ"))
            word.Take("TS", "FX", 4);
        else
            word.Skip(1);
    }

    public static void TakeX(SoundedWord word)
    {
        var letters = word.At(1, "C", "X") ? 2 : 1;
        if (word.IsLast && (word.At(-3, "IAU", "EAU") || word.At(-2, "AU", "OU")))
            word.Skip(letters);
        else
            word.Take("KS", letters);
    }

    public static void TakeZ(SoundedWord word)
    {
        if (word.At(1, "H"))
            word.Take("J", 2);
        else
            word.Take("S", word.At(1, "ZO", "ZI", "ZA") || (word.IsSlavoGermanic && word.Place > 0 && !word.Before("T", 1)) ? "TS" : "S", word.Doubled('Z'));
    }
}
