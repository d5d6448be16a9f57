using System.Globalization;

namespace InfoShare.Bench.Formats;

/// <summary>What <c>bench formats</c> was asked.</summary>
/// <param name="Rows">Rows of each large file; a tenth of them is read, too.</param>
/// <param name="Json">Whether standard output is to be one JSON document.</param>
internal sealed record FormatsOptions(int Rows, bool Json)
{
    /// <summary>The least that says something of a large file.</summary>
    private const int FewestRows = 10_000;

    /// <summary>What a file of the longest rows may hold, so that it stays below the largest size that is taken.</summary>
    private const int MostRows = 3_000_000;

    /// <summary>The options; or what is wrong with the arguments.</summary>
    public static (FormatsOptions? Options, string? Problem) Read(IReadOnlyList<string> arguments)
    {
        var options = new FormatsOptions(100_000, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--json": options = options with { Json = true }; break;
                case "--rows" when i + 1 < arguments.Count && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= FewestRows and <= MostRows:
                    options = options with { Rows = rows };
                    i++;
                    break;
                case "--rows": return (null, $"--rows must be a number from {FewestRows} to {MostRows}");
                default: return (null, $"bench formats does not know '{arguments[i]}'; ./infoshare help explains it");
            }
        }

        return (options, null);
    }
}
