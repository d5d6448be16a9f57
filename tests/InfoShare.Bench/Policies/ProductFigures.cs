using System.Globalization;

namespace InfoShare.Bench.Policies;

/// <summary>What the product's own decisions take: each with its reasons and its record, hashed as the store keeps it.</summary>
/// <param name="Policies">Those of this release that are in force.</param>
/// <param name="Decisions">Different ones, made again and again on one core.</param>
/// <param name="RequestsPerDecision">Of Cedar, in the mean: whether the recipient may know, and each part.</param>
/// <param name="DecisionsPerSecond">In a second of one processor's work, of the middle round: may they know, every part, why, and the record.</param>
/// <param name="RequestsPerSecond">The same counted in requests of Cedar.</param>
/// <param name="Least">Requests in the slowest round.</param>
/// <param name="Most">Requests in the fastest round.</param>
/// <param name="BareRequestsPerSecond">Without the record: what deciding alone takes.</param>
/// <param name="P50Microseconds">Half of the decisions take no longer with their record, each timed alone.</param>
/// <param name="P99Microseconds">99 of 100 take no longer.</param>
internal sealed record ProductFigures(
    int Policies, int Decisions, double RequestsPerDecision, double DecisionsPerSecond, double RequestsPerSecond, double Least, double Most,
    double BareRequestsPerSecond, double P50Microseconds, double P99Microseconds, long BytesPerDecision)
{
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        the product's decisions with reasons and record, {Policies} policies, {RequestsPerDecision:0.0} requests each: {DecisionsPerSecond:0}/s, which are {RequestsPerSecond:0} requests/s
        ({Least:0} to {Most:0}; {BareRequestsPerSecond:0} without the record); p50 {P50Microseconds:0} µs, p99 {P99Microseconds:0} µs, {BytesPerDecision} bytes a decision
        """);
}
