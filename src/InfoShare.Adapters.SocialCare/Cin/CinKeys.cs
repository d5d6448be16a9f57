namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// Gives each record of a file its key. The same record has the same key in every export, whatever stands before it;
/// only records that nothing tells apart are numbered in their order.
/// </summary>
internal sealed class CinKeys
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>Of an episode by its referral, open or not, so that a closure does not renumber the next one.</summary>
    public string Referral(string child, DateOnly referred) => Numbered($"cin:{child}:{CinDay.Write(referred)}");

    /// <summary>Of a transfer to another authority.</summary>
    public string Transfer(string child, DateOnly closed) => Numbered($"cin-rc5:{child}:{CinDay.Write(closed)}");

    private string Numbered(string key)
    {
        var count = used[key] = used.GetValueOrDefault(key) + 1;
        return count == 1 ? key : $"{key}:{count}";
    }
}
