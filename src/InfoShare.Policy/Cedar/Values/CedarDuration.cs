using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>A length of time, possibly negative.</summary>
public sealed partial record CedarDuration(long Milliseconds) : CedarValue
{
    /// <summary>The units in the order in which they must be written.</summary>
    private static readonly (string Unit, long Milliseconds)[] Units =
        [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

    public override string TypeName => "duration";

    /// <summary>
    /// Whole numbers of days, hours, minutes, seconds and milliseconds, each at most once and in that order, all negative
    /// after a minus: <c>1d12h</c>, <c>-90m</c>; null otherwise, and where the milliseconds do not fit in 64 bits.
    /// </summary>
    public static CedarDuration? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var sum = Int128.Zero;
        foreach (var (unit, milliseconds) in Units)
        {
            if (match.Groups[unit] is not { Success: true } number)
                continue;
            // Unsigned, because the least duration has one millisecond more than the greatest.
            if (!ulong.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return null;
            sum += (Int128)count * milliseconds;
        }

        if (text[0] == '-')
            sum = -sum;
        return sum < long.MinValue || sum > long.MaxValue ? null : new((long)sum);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}ms");

    [GeneratedRegex(@"\A-?(?=[0-9])((?<d>[0-9]+)d)?((?<h>[0-9]+)h)?((?<m>[0-9]+)m)?((?<s>[0-9]+)s)?((?<ms>[0-9]+)ms)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
