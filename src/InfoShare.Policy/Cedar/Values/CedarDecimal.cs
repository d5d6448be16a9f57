using System.Globalization;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>A number with four decimal places.</summary>
/// <param name="TenThousandths">The number times 10,000.</param>
public sealed record CedarDecimal(long TenThousandths) : CedarValue
{
    private const int Places = 4;
    private const long Scale = 10_000;

    public override string TypeName => "decimal";

    /// <summary>
    /// <c>-?digits.digits</c> with one to four digits after the point, from -922337203685477.5808 to 922337203685477.5807;
    /// null otherwise.
    /// </summary>
    public static CedarDecimal? Parse(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(negative ? 1 : 0);
        var point = digits.IndexOf('.');
        if (point < 1 || digits.Length - point - 1 is < 1 or > Places)
            return null;
        var whole = digits[..point];
        var part = digits[(point + 1)..];
        if (!Digits.Are(whole) || !Digits.Are(part)
            || !Int128.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units > long.MaxValue
            || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var fraction))
            return null;
        for (var i = part.Length; i < Places; i++)
            fraction *= 10;
        var value = units * Scale + fraction;
        if (negative)
            value = -value;
        return value < long.MinValue || value > long.MaxValue ? null : new((long)value);
    }

    /// <summary>With all four decimal places.</summary>
    public override string ToString()
    {
        var magnitude = UInt128.CreateTruncating(Int128.Abs(TenThousandths));
        return string.Create(CultureInfo.InvariantCulture, $"{(TenThousandths < 0 ? "-" : "")}{magnitude / Scale}.{magnitude % Scale:0000}");
    }
}
