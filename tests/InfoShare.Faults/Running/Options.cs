using System.Globalization;

namespace InfoShare.Faults.Running;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Rounds">How many faults, one after the other.</param>
/// <param name="Seed">Makes the same faults in the same order again, and a load of the same kind.</param>
/// <param name="Json">Write the outcome as one JSON document to standard output.</param>
/// <param name="Keep">Keep the data folder even when all went well.</param>
/// <param name="OneProcess">Test <c>infoshare run</c> instead of the cluster.</param>
/// <param name="Only">Play only faults whose name begins with one of these; none: all.</param>
internal sealed record Options(int Rounds, int Seed, bool Json, bool Keep, bool OneProcess, IReadOnlyList<string> Only)
{
    public const string Usage = "faults [--rounds N] [--seed N] [--json] [--keep] [--one-process] [--only FAULT,…]";

    /// <summary>Whether this fault is to be played.</summary>
    public bool Asks(string fault) => Only.Count == 0 || Only.Any(name => fault.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Null when something is not understood.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(20, Random.Shared.Next(1, 1_000_000), false, false, false, []);
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--json": options = options with { Json = true }; break;
                case "--keep": options = options with { Keep = true }; break;
                case "--one-process": options = options with { OneProcess = true }; break;
                case "--only" when value.Length > 0: (options, i) = (options with { Only = value.Split(',') }, i + 1); break;
                case "--rounds" when Number(value) is { } rounds: (options, i) = (options with { Rounds = rounds }, i + 1); break;
                case "--seed" when Number(value) is { } seed: (options, i) = (options with { Seed = seed }, i + 1); break;
                default: return null;
            }
        }

        return options;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
