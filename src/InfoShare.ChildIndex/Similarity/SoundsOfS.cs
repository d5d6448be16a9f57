namespace InfoShare.ChildIndex.Similarity;

/// <summary>The sounds of S.</summary>
internal static class SoundsOfS
{
    public static void Take(SoundedWord word)
    {
        if (word.At(-1, "ISL", "YSL"))
            word.Skip(1);
        else if (word.Place == 0 && word.At(0, "SUGAR"))
            word.Take("X", "S", 1);
        else if (word.At(0, "SH"))
            word.Take(word.At(1, "HEIM", "HOEK", "HOLM", "HOLZ") ? "S" : "X", 2);
        else if (word.At(0, "SIO", "SIA"))
            word.Take("S", word.IsSlavoGermanic ? "S" : "X", 3);
        else if ((word.Place == 0 && word.At(1, "M", "N", "L", "W")) || word.At(1, "Z"))
            word.Take("S", "X", word.At(1, "Z") ? 2 : 1);
        else if (word.At(0, "SC"))
            TakeSc(word);
        else if (word.IsLast && word.At(-2, "AI", "OI"))
            word.Take("", "S", 1);
        else
            word.Take("S", word.At(1, "S", "Z") ? 2 : 1);
    }

    private static void TakeSc(SoundedWord word)
    {
        if (!word.At(2, "H"))
            word.Take(word.At(2, "I", "E", "Y") ? "S" : "SK", 3);
        else if (word.At(3, "ER", "EN"))
            word.Take("X", "SK", 3);
        else if (word.At(3, "OO", "UY", "ED", "EM"))
            word.Take("SK", 3);
        else
            word.Take("X", word.Place == 0 && !word.IsVowel(3) && !word.At(3, "W") ? "S" : "X", 3);
    }
}
