namespace InfoShare.Bench;

/// <summary>What can be measured.</summary>
[Flags]
internal enum Part
{
    None = 0,
    Hops = 1,
    Routed = 2,
    Drain = 4,
    EndToEnd = 8,
    Http = 16,
    All = Hops | Routed | Drain | EndToEnd | Http,
}

/// <summary>What the bench was asked.</summary>
/// <param name="Parts">Which parts.</param>
/// <param name="Quick">A try with few messages and one round; its figures mean little.</param>
/// <param name="Json">Whether standard output is to be one JSON document.</param>
/// <param name="Plots">A folder for the pictures; null: none.</param>
internal sealed record BenchOptions(Part Parts, bool Quick, bool Json, string? Plots)
{
    private static readonly Dictionary<string, Part> Names = new()
    {
        ["hops"] = Part.Hops,
        ["routed"] = Part.Routed,
        ["drain"] = Part.Drain,
        ["end-to-end"] = Part.EndToEnd,
        ["http"] = Part.Http,
    };

    public int Rounds => Quick ? 1 : 3;

    public int Hops => Quick ? 2_000 : 60_000;

    public int RoutedDeliveries => Quick ? 500 : 20_000;

    public int DrainDeliveries => Quick ? 1_000 : 100_000;

    public int EndToEndMessages => Quick ? 100 : 3_000;

    public int HttpRequests => Quick ? 1_000 : 20_000;

    /// <summary>The options; or what is wrong with the arguments.</summary>
    public static (BenchOptions? Options, string? Problem) Read(string[] arguments)
    {
        var options = new BenchOptions(Part.None, false, false, null);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--json": options = options with { Json = true }; break;
                case "--quick": options = options with { Quick = true }; break;
                case "--plots" when i + 1 < arguments.Length: options = options with { Plots = arguments[++i] }; break;
                case "--only" when i + 1 < arguments.Length && Names.TryGetValue(arguments[++i], out var part): options = options with { Parts = options.Parts | part }; break;
                case "--only": return (null, $"--only must be one of {string.Join(", ", Names.Keys)}");
                default: return (null, $"bench does not know '{arguments[i]}'; ./infoshare help explains it");
            }
        }

        return (options.Parts == Part.None ? options with { Parts = Part.All } : options, null);
    }
}
