using System.Globalization;

namespace InfoShare.Bench.Policies;

/// <summary>What deciding the smallest set's requests took Cedar itself, as WebAssembly in Node.</summary>
/// <param name="Compared">How many requests both answered, with the same decision, reasons and errors.</param>
/// <param name="DecisionsPerSecond">In a second of the process's work, of the middle round; carrying each request and its entities into WebAssembly is in it.</param>
/// <param name="Least">Of the slowest round.</param>
/// <param name="Most">Of the fastest round.</param>
/// <param name="Ratio">The engine's decisions a second over these.</param>
/// <param name="Skipped">Why it was not measured; null where it was.</param>
internal sealed record CedarWasmFigures(int Compared, double? DecisionsPerSecond, double? Least, double? Most, double? Ratio, string? Skipped)
{
    public static CedarWasmFigures Without(string why) => new(0, null, null, null, null, why);

    public override string ToString() => Skipped is not null
        ? $"not compared with cedar-wasm: {Skipped}"
        : string.Create(CultureInfo.InvariantCulture, $"cedar-wasm: {DecisionsPerSecond:0} decisions/s ({Least:0} to {Most:0}), {Compared} answered alike; the engine is {Ratio:0.0} times as fast");
}
