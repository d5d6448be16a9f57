namespace InfoShare.ChildIndex.Comparing;

/// <summary>What two records are compared by.</summary>
public enum Field
{
    GivenName,
    FamilyName,
    BirthDate,
    Postcode,
    Address,
    NhsNumber,
    Upn,
}

/// <summary>What a field tells of.</summary>
public static class Fields
{
    public static readonly IReadOnlyList<Field> All = Enum.GetValues<Field>();

    /// <summary>
    /// Whether it tells of a household: brothers, sisters and twins share it. Source of the distinction: H. B. Newcombe, "Distinguishing individual
    /// linkages of personal records from family linkages", Methods of Information in Medicine 32 (1993).
    /// </summary>
    public static bool IsHousehold(Field field) => field is Field.FamilyName or Field.Postcode or Field.Address;
}
