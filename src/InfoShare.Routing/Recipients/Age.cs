namespace InfoShare.Routing.Recipients;

/// <summary>Ages in whole years.</summary>
internal static class Age
{
    public static int On(DateOnly birth, DateOnly day) => day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);
}
