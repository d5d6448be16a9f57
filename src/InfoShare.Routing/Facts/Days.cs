using System.Globalization;

namespace InfoShare.Routing.Facts;

/// <summary>Days as the store has them: <c>2026-03-01</c>. Pure.</summary>
internal static class Days
{
    private const string Form = "yyyy-MM-dd";

    public static string Written(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null stays null.</summary>
    public static string? Written(DateOnly? day) => day is { } known ? Written(known) : null;

    public static DateOnly Read(string day) => DateOnly.ParseExact(day, Form, CultureInfo.InvariantCulture);
}
