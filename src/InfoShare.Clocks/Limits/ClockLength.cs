using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace InfoShare.Clocks;

/// <summary>How long a clock runs, in words such as <c>1 working day</c>, <c>48 hours</c>, <c>start of the next school day</c>.</summary>
/// <param name="Amount">1 to 999; 1 for the start of the next school day.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct ClockLength(int Amount, ClockUnit Unit)
{
    /// <summary>The words for <see cref="ClockUnit.StartOfSchoolDay"/>.</summary>
    public const string StartOfSchoolDay = "start of the next school day";

    private const int Most = 999;

    private static readonly Dictionary<string, ClockUnit> Units = new()
    {
        ["hour"] = ClockUnit.Hours,
        ["day"] = ClockUnit.Days,
        ["week"] = ClockUnit.Weeks,
        ["month"] = ClockUnit.Months,
        ["working day"] = ClockUnit.WorkingDays,
        ["school day"] = ClockUnit.SchoolDays,
    };

    /// <summary>Reads a length; false for anything that is not in the form above.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ClockLength? length)
    {
        length = null;
        if (text == StartOfSchoolDay)
            length = new(1, ClockUnit.StartOfSchoolDay);
        else if (text?.Split(' ', 2) is [var number, var noun]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount is >= 1 and <= Most
            && Units.TryGetValue(amount == 1 ? noun : noun.EndsWith('s') ? noun[..^1] : "", out var unit))
            length = new(amount, unit);
        return length is not null;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString()
    {
        var unit = Unit;
        return unit == ClockUnit.StartOfSchoolDay
            ? StartOfSchoolDay
            : string.Create(CultureInfo.InvariantCulture, $"{Amount} {Units.Single(u => u.Value == unit).Key}{(Amount == 1 ? "" : "s")}");
    }
}
