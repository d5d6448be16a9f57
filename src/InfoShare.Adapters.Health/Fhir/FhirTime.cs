using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>A FHIR date or dateTime: a year, a month, a day or an instant. What is not said is not made up.</summary>
/// <param name="Earliest">The first day that it can mean.</param>
/// <param name="Latest">The last day that it can mean.</param>
/// <param name="Instant">The moment, where a time with its zone is given.</param>
internal readonly partial record struct FhirTime(DateOnly Earliest, DateOnly Latest, DateTimeOffset? Instant)
{
    /// <summary>The day, where at least a day is given.</summary>
    public DateOnly? Day => Earliest == Latest ? Earliest : null;

    /// <summary>The moment; a day without a time counts from its midnight in UTC. Null where no day is given.</summary>
    public DateTimeOffset? Moment => Instant ?? (Day is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null);

    /// <summary>Reads one. A dateTime without a zone keeps its day and loses its time. Null: no date that exists.</summary>
    public static FhirTime? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (year == 0 || month is < 1 or > 12 || day is { } d && (d < 1 || d > DateTime.DaysInMonth(year!.Value, month!.Value)))
            return null;

        var first = new DateOnly(year!.Value, month ?? 1, day ?? 1);
        var last = day is not null ? first : new DateOnly(year.Value, month ?? 12, DateTime.DaysInMonth(year.Value, month ?? 12));
        if (!match.Groups["zone"].Success)
            return new(first, last, null);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? new(first, last, instant) : null;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\A(?<y>[0-9]{4})(-(?<m>[0-9]{2})(-(?<d>[0-9]{2})(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(?<zone>Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?)?)?)?\z")]
    private static partial Regex Form();
}
