using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's instants: a day, or a day with a time and either Z or an offset; milliseconds may be given.</summary>
internal static partial class ReferenceDateTime
{
    private const long Day = 86_400_000;

    public static CedarDateTime? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        int Number(string group) => match.Groups[group] is { Success: true, Value: var value } ? int.Parse(value, CultureInfo.InvariantCulture) : 0;

        if (DaysSince1970(Number("year"), Number("month"), Number("day")) is not int days)
            return null;
        if (Number("hour") > 23 || Number("minute") > 59 || Number("second") > 59 || Number("offsetHours") > 23 || Number("offsetMinutes") > 59)
            return null;
        var time = ((Number("hour") * 60 + Number("minute")) * 60 + Number("second")) * 1_000 + Number("millisecond");
        var offset = (Number("offsetHours") * 60 + Number("offsetMinutes")) * 60_000;
        return new(days * Day + time - (match.Groups["sign"].Value == "-" ? -offset : offset));
    }

    public static CedarDateTime? Offset(CedarDateTime instant, CedarDuration by) =>
        ReferenceOperators.InRange((BigInteger)instant.Milliseconds + by.Milliseconds) is long value ? new(value) : null;

    public static CedarDuration? DurationSince(CedarDateTime instant, CedarDateTime earlier) =>
        ReferenceOperators.InRange((BigInteger)instant.Milliseconds - earlier.Milliseconds) is long value ? new(value) : null;

    /// <summary>The start of the day, which of the very first day is outside 64 bits.</summary>
    public static CedarDateTime? ToDate(CedarDateTime instant) =>
        ReferenceOperators.InRange((BigInteger)instant.Milliseconds - ToTime(instant).Milliseconds) is long value ? new(value) : null;

    /// <summary>Since the start of the day: never negative.</summary>
    public static CedarDuration ToTime(CedarDateTime instant) => new((instant.Milliseconds % Day + Day) % Day);

    /// <summary>Null where there is no such day. The year 0 is a year: four hundred years later the calendar is the same.</summary>
    private static int? DaysSince1970(int year, int month, int day)
    {
        const int DaysIn400Years = 146_097;
        var shifted = year == 0 ? 400 : year;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(shifted, month))
            return null;
        return new DateOnly(shifted, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber - (year == 0 ? DaysIn400Years : 0);
    }

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})" +
        @"(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<millisecond>[0-9]{3}))?(Z|(?<sign>[+-])(?<offsetHours>[0-9]{2})(?<offsetMinutes>[0-9]{2})))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
