using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's decimals: digits on both sides of a point, at most four after it.</summary>
internal static partial class ReferenceDecimal
{
    public static CedarDecimal? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var digits = match.Groups["sign"].Value + match.Groups["whole"].Value + match.Groups["rest"].Value.PadRight(4, '0');
        return ReferenceOperators.InRange(BigInteger.Parse(digits, CultureInfo.InvariantCulture)) is long value ? new(value) : null;
    }

    [GeneratedRegex(@"\A(?<sign>-?)(?<whole>[0-9]+)\.(?<rest>[0-9]{1,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
