using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>An instant.</summary>
/// <param name="Milliseconds">Since 1970-01-01T00:00:00Z, without leap seconds; negative before.</param>
public sealed partial record CedarDateTime(long Milliseconds) : CedarValue
{
    private const long Day = 86_400_000;

    public override string TypeName => "datetime";

    /// <summary>Midnight of its day, UTC; null where that is before the first instant there is.</summary>
    public CedarDateTime? Date
    {
        get
        {
            var midnight = (Int128)Milliseconds - TimeOfDay.Milliseconds;
            return midnight < long.MinValue ? null : new((long)midnight);
        }
    }

    /// <summary>Since midnight of its day, UTC.</summary>
    public CedarDuration TimeOfDay => new(((Milliseconds % Day) + Day) % Day);

    /// <summary>
    /// <c>YYYY-MM-DD</c>, or with <c>Thh:mm:ss</c>, <c>.SSS</c> or not, and <c>Z</c>, <c>+hhmm</c> or <c>-hhmm</c>; of years
    /// 0000 to 9999; null otherwise.
    /// </summary>
    public static CedarDateTime? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        var (aheadHours, aheadMinutes) = (Number("aheadHours"), Number("aheadMinutes"));
        if (month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || aheadHours > 23 || aheadMinutes > 59)
            return null;

        var ahead = (aheadHours * 60L + aheadMinutes) * (match.Groups["sign"].ValueSpan is "-" ? -60_000 : 60_000);
        return new(DaysSince1970(year, month, day) * Day + ((hour * 60L + minute) * 60 + second) * 1_000 + Number("thousandths") - ahead);

        int Number(string group) =>
            match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>As <see cref="Parse"/> takes it where the year has four digits and is not 0; otherwise in milliseconds since 1970.</summary>
    public override string ToString() =>
        Milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && Milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"1970-01-01 and {Milliseconds}ms");

    private static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(SameCalendar(year), month);

    /// <summary>The base library knows no year 0; the calendar repeats every 400 years, which are 146,097 days.</summary>
    private static long DaysSince1970(int year, int month, int day) =>
        (new DateOnly(SameCalendar(year), month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber) - (year == 0 ? 146_097 : 0);

    private static int SameCalendar(int year) => year == 0 ? 400 : year;

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})" +
        @"(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<thousandths>[0-9]{3}))?(Z|(?<sign>[+-])(?<aheadHours>[0-9]{2})(?<aheadMinutes>[0-9]{2})))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
