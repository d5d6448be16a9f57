using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InfoShare.Bench.Policies;

/// <summary>What deciding took, with each number of policies.</summary>
/// <param name="CedarWasm">What deciding with the smallest took Cedar itself.</param>
internal sealed record PolicyResult(IReadOnlyList<PolicyFigures> Sets, CedarWasmFigures CedarWasm)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The product's own decisions.</summary>
    public required ProductFigures Product { get; init; }

    /// <summary>What a decision costs with the largest set, times what it costs with the smallest.</summary>
    public double CostOfLargest => Math.Round(Sets[0].DecisionsPerSecond / Sets[^1].DecisionsPerSecond, 2);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>The figures for people.</summary>
    public string ToTable()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{"policies",-10}{"decisions/s",12}{"least",10}{"most",10}{"p50 µs",9}{"p99 µs",9}{"bytes",8}{"allowed",9}{"determine",11}{"errors",8}");
        foreach (var s in Sets)
            text.AppendLine(CultureInfo.InvariantCulture, $"{s.Policies,-10}{s.DecisionsPerSecond,12:0}{s.Least,10:0}{s.Most,10:0}{s.P50Microseconds,9:0.00}{s.P99Microseconds,9:0.00}{s.BytesPerDecision,8}{s.Allowed,9}{s.Determining,11}{s.Errors,8}");
        return text
            .AppendLine(CultureInfo.InvariantCulture, $"a decision with the largest set costs {CostOfLargest:0.00} times one with the smallest")
            .Append(CedarWasm).AppendLine().Append(Product.ToText()).ToString();
    }
}

/// <summary>One set's.</summary>
/// <param name="Requests">Decided again and again, each with its own entities, on one core.</param>
/// <param name="Allowed">How many of them are allowed.</param>
/// <param name="Determining">How many policies are a reason at least once.</param>
/// <param name="Errors">How often a policy errs in all of them.</param>
/// <param name="DecisionsPerSecond">In a second of one processor's work, of the middle round; nothing but deciding, the entities being there.</param>
/// <param name="Least">Of the slowest round.</param>
/// <param name="Most">Of the fastest round.</param>
/// <param name="P50Microseconds">Half of the decisions take no longer, each timed alone.</param>
/// <param name="P99Microseconds">99 of 100 take no longer.</param>
internal sealed record PolicyFigures(
    int Policies, int Requests, int Allowed, int Determining, int Errors,
    double DecisionsPerSecond, double Least, double Most, double P50Microseconds, double P99Microseconds, long BytesPerDecision);
