namespace InfoShare.ChildIndex.Similarity;

/// <summary>The sounds of C.</summary>
internal static class SoundsOfC
{
    public static void Take(SoundedWord word)
    {
        if (word.Place > 1 && !word.IsVowel(-2) && word.Before("ACH", 1) && !word.At(2, "I") && (!word.At(2, "E") || word.At(-2, "BACHER", "MACHER")))
            word.Take("K", 2);
        else if (word.Place == 0 && word.At(0, "CAESAR"))
            word.Take("S", 2);
        else if (word.At(0, "CHIA"))
            word.Take("K", 2);
        else if (word.At(0, "CH"))
            TakeCh(word);
        else if (word.At(0, "CZ") && !word.Before("WICZ", 2))
            word.Take("S", "X", 2);
        else if (word.At(1, "CIA"))
            word.Take("X", 3);
        else if (word.At(0, "CC") && !(word.Place == 1 && word.StartsWith("M")))
            TakeCc(word);
        else if (word.At(0, "CK", "CG", "CQ"))
            word.Take("K", 2);
        else if (word.At(0, "CI", "CE", "CY"))
            word.Take("S", word.At(0, "CIO", "CIE", "CIA") ? "X" : "S", 2);
        else
            word.Take("K", word.At(1, " C", " Q", " G") ? 3 : word.At(1, "C", "K", "Q") && !word.At(1, "CE", "CI") ? 2 : 1);
    }

    private static void TakeCh(SoundedWord word)
    {
        if (word.Place > 0 && word.At(0, "CHAE"))
            word.Take("K", "X", 2);
        else if (word.Place == 0 && word.At(1, "HARAC", "HARIS", "HOR", "HYM", "HIA", "HEM") && !word.StartsWith("CHORE"))
            word.Take("K", 2);
        else if (IsGermanOrGreek(word))
            word.Take("K", 2);
        else if (word.Place == 0)
            word.Take("X", 2);
        else if (word.StartsWith("MC"))
            word.Take("K", 2);
        else
            word.Take("X", "K", 2);
    }

    private static bool IsGermanOrGreek(SoundedWord word) =>
        word.StartsWith("VAN ", "VON ", "SCH") || word.At(-2, "ORCHES", "ARCHIT", "ORCHID") || word.At(2, "T", "S")
        || ((word.At(-1, "A", "O", "U", "E") || word.Place == 0) && (word.At(2, "L", "R", "N", "M", "B", "H", "F", "V", "W", " ") || word.Place + 2 >= word.Length));

    private static void TakeCc(SoundedWord word)
    {
        if (!word.At(2, "I", "E", "H") || word.At(2, "HU"))
            word.Take("K", 2);
        else if ((word.Place == 1 && word.Before("A", 1)) || word.At(-1, "UCCEE", "UCCES"))
            word.Take("KS", 3);
        else
            word.Take("X", 3);
    }
}
