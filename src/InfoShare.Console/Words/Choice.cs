namespace InfoShare.Console.Words;

/// <summary>A list of which one is chosen, or none.</summary>
/// <param name="Name">Of the field.</param>
public sealed record Choice(string Name, string Label, IEnumerable<string> Options, string? Chosen)
{
    /// <summary>What stands for none.</summary>
    public string Any { get; init; } = "Any";
}
