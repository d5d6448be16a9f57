using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's durations: <c>-1d2h3m4s5ms</c>, each unit at most once, from the longest to the shortest.</summary>
internal static partial class ReferenceDuration
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

    public static CedarDuration? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || !Units.Any(unit => match.Groups[unit.Unit].Success))
            return null;
        var sum = Units.Where(unit => match.Groups[unit.Unit].Success)
            .Aggregate(BigInteger.Zero, (sum, unit) => sum + BigInteger.Parse(match.Groups[unit.Unit].Value, CultureInfo.InvariantCulture) * unit.Milliseconds);
        return ReferenceOperators.InRange(text[0] == '-' ? -sum : sum) is long value ? new(value) : null;
    }

    [GeneratedRegex(@"\A-?((?<d>[0-9]+)d)?((?<h>[0-9]+)h)?((?<m>[0-9]+)m)?((?<s>[0-9]+)s)?((?<ms>[0-9]+)ms)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
