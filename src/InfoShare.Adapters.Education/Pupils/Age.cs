namespace InfoShare.Adapters.Education.Pupils;

/// <summary>Ages. Sixth forms have pupils who are no children any more.</summary>
internal static class Age
{
    public const string Adult = "an adult";

    private const int OfMajority = 18;

    /// <summary>18 or more. Without a birth date, no. Somebody born on 29 February is a year older on 1 March: of two days, the one that keeps a child a child.</summary>
    public static bool IsAdult(DateOnly? born, DateOnly asOf) =>
        born is { } day && asOf.Year - day.Year - ((asOf.Month, asOf.Day).CompareTo((day.Month, day.Day)) < 0 ? 1 : 0) >= OfMajority;
}
