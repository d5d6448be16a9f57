namespace InfoShare.Routing.Facts;

/// <summary>How old somebody is.</summary>
internal static class Age
{
    /// <summary>Full years on a day.</summary>
    public static int On(DateOnly day, DateOnly birth) => day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);
}
