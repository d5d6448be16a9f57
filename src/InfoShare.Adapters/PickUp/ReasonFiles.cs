namespace InfoShare.Adapters.PickUp;

/// <summary>Writes why records could not be used: a file for each of the first thousand of a file, then one for some hundred together.</summary>
internal static class ReasonFiles
{
    private const int MostAlone = 1000;
    private const int Together = 500;

    /// <summary>Under names that depend on nothing but what is given, so that it can be repeated.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">The name that the file will have.</param>
    /// <param name="before">How many reasons there were before these.</param>
    /// <param name="reasons">The reasons.</param>
    public static void Write(string folder, string name, int before, IReadOnlyList<RecordReason> reasons)
    {
        var alone = Math.Clamp(MostAlone - before, 0, reasons.Count);
        for (var i = 0; i < alone; i++)
            DurableFile.WriteJson(folder, $"{name}.{before + i + 1}.reason.json", reasons[i]);

        var number = before + alone;
        foreach (var several in reasons.Skip(alone).Chunk(Together))
        {
            DurableFile.WriteJson(folder, $"{name}.{number + 1}-{number + several.Length}.reason.json", several);
            number += several.Length;
        }
    }
}
