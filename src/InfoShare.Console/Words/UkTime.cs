using System.Globalization;
using InfoShare.Clocks;
using InfoShare.Storage;

namespace InfoShare.Console.Words;

/// <summary>Times as people in the United Kingdom read them. Source: GOV.UK style guide, dates and times.</summary>
public static class UkTime
{
    private static readonly CultureInfo Britain = CultureInfo.GetCultureInfo("en-GB");

    /// <summary><c>27 November 2026, 6:05am</c>, by the clocks in England.</summary>
    public static string Uk(this DateTimeOffset at) => $"{London.Of(at).ToString("d MMMM yyyy", Britain)}, {at.Clock()}";

    /// <summary><c>6:05am</c>.</summary>
    public static string Clock(this DateTimeOffset at) => London.Of(at).ToString("h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary><c>6:05:09am</c>, where seconds matter.</summary>
    public static string Seconds(this DateTimeOffset at) => London.Of(at).ToString("h:mm:sstt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary><c>27 November 2026</c>.</summary>
    public static string Words(this DateOnly day) => day.ToString("d MMMM yyyy", Britain);

    /// <summary>A day as the store keeps it, <c>2026-11-27</c>.</summary>
    public static string Day(this string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known.Words() : day;

    /// <summary>As the store keeps times.</summary>
    public static DateTimeOffset At(this long microseconds) => Instants.FromMicroseconds(microseconds);

    /// <summary>How long, in two units at the most: <c>3 hours 5 minutes</c>, <c>12 seconds</c>, <c>0.4 seconds</c>.</summary>
    public static string Words(this TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{Math.Max(0, time.TotalSeconds).ToString("0.0", Britain)} seconds",
        { TotalMinutes: < 1 } => Count((long)time.TotalSeconds, "second"),
        { TotalHours: < 1 } => Two(time.Minutes, "minute", time.Seconds, "second"),
        { TotalDays: < 1 } => Two(time.Hours, "hour", time.Minutes, "minute"),
        _ => Two((long)time.TotalDays, "day", time.Hours, "hour"),
    };

    /// <summary><c>1 plan</c>, <c>2 plans</c>, <c>1,000 plans</c>.</summary>
    public static string Count(this long count, string noun) => $"{count.ToString("N0", Britain)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary><c>1 delivery</c>, <c>2 deliveries</c>.</summary>
    public static string Count(this long count, string one, string several) => $"{count.ToString("N0", Britain)} {(count == 1 ? one : several)}";

    /// <summary>With commas between thousands.</summary>
    public static string Number(this long count) => count.ToString("N0", Britain);

    private static string Two(long large, string larger, long small, string smaller) => small == 0 ? Count(large, larger) : $"{Count(large, larger)} {Count(small, smaller)}";
}
