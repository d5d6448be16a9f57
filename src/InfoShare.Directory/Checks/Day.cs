namespace InfoShare.Directory;

/// <summary>How a problem speaks of a day.</summary>
internal static class Day
{
    public static string Text(DateOnly day) => day == DateOnly.MinValue ? "from the beginning" : $"on {day:yyyy-MM-dd}";
}
