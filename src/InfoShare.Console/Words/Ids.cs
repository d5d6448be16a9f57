namespace InfoShare.Console.Words;

/// <summary>Ids as people compare them.</summary>
public static class Ids
{
    private const int Shown = 12;

    /// <summary>The first characters, which differ.</summary>
    public static string Brief(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length <= Shown ? id : id[..Shown] + "…";
    }
}
