namespace InfoShare.Cli.Hosting;

/// <summary>Which parts of InfoShare one process is.</summary>
/// <param name="Name">For its log file and its audit chain: <c>routing</c> where it is everything, <c>routing-1</c>, <c>adapter-police-suffolk</c>.</param>
/// <param name="Routing">Whether it routes.</param>
/// <param name="Participants">Whose adapters it is; null: everybody's.</param>
public sealed record Parts(string Name, bool Routing, IReadOnlyList<string>? Participants)
{
    /// <summary>Everything in one process.</summary>
    public static Parts All { get; } = new("routing", true, null);

    /// <summary>A router. Several share the work; each has a name of its own.</summary>
    public static Parts Router(string name) => new(name, true, []);

    /// <summary>Adapters of these participants.</summary>
    public static Parts Adapters(IReadOnlyList<string> participants) =>
        new(participants is [var one] ? $"adapter-{one}" : "adapters", false, participants);
}
