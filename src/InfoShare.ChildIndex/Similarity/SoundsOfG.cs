namespace InfoShare.ChildIndex.Similarity;

/// <summary>The sounds of G.</summary>
internal static class SoundsOfG
{
    public static void Take(SoundedWord word)
    {
        if (word.At(1, "H"))
            TakeGh(word);
        else if (word.At(1, "N"))
            TakeGn(word);
        else if (word.At(1, "LI") && !word.IsSlavoGermanic)
            word.Take("KL", "L", 2);
        else if (word.Place == 0 && word.At(1, "Y", "ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER"))
            word.Take("K", "J", 2);
        else if (word.At(1, "ER", "Y") && !word.StartsWith("DANGER", "RANGER", "MANGER") && !word.At(-1, "E", "I", "RGY", "OGY"))
            word.Take("K", "J", 2);
        else if (word.At(1, "E", "I", "Y") || word.At(-1, "AGGI", "OGGI"))
            TakeSoft(word);
        else
            word.Take("K", word.Doubled('G'));
    }

    private static void TakeGh(SoundedWord word)
    {
        if (word.Place > 0 && !word.IsVowel(-1))
            word.Take("K", 2);
        else if (word.Place == 0)
            word.Take(word.At(2, "I") ? "J" : "K", 2);
        else if ((word.Place > 1 && word.At(-2, "B", "H", "D")) || (word.Place > 2 && word.At(-3, "B", "H", "D")) || (word.Place > 3 && word.At(-4, "B", "H")))
            word.Skip(2);
        else if (word.Place > 2 && word.Before("U", 1) && word.At(-3, "C", "G", "L", "R", "T"))
            word.Take("F", 2);
        else if (!word.Before("I", 1))
            word.Take("K", 2);
        else
            word.Skip(2);
    }

    private static void TakeGn(SoundedWord word)
    {
        if (word.Place == 1 && word.IsVowel(-1) && !word.IsSlavoGermanic)
            word.Take("KN", "N", 2);
        else if (!word.At(2, "EY") && !word.IsSlavoGermanic)
            word.Take("N", "KN", 2);
        else
            word.Take("KN", 2);
    }

    private static void TakeSoft(SoundedWord word)
    {
        if (word.StartsWith("VAN ", "VON ", "SCH") || word.At(1, "ET"))
            word.Take("K", 2);
        else
            word.Take("J", word.At(1, "IER") ? "J" : "K", 2);
    }
}
