namespace InfoShare.Storage.Children;

/// <summary>NHS numbers that the issuer has replaced, as a column holds them: keyed hashes, in order, with commas. Pure.</summary>
public static class FormerNumbers
{
    public static string[] Of(string? column) => column?.Split(',') ?? [];

    /// <summary>Null where there are none.</summary>
    public static string? Join(IEnumerable<string> numbers) =>
        string.Join(',', numbers.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? joined : null;

    /// <summary>All of several columns.</summary>
    public static string? Together(params IEnumerable<string?> columns) => Join(columns.SelectMany(Of));
}
