using System.Collections.Frozen;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>The census code lists. Source: DfE Children in Need census 2024 schema; meanings in our own short words.</summary>
internal static class CinCodes
{
    /// <summary>ReferralSource: who referred, as the end of "Referral by …".</summary>
    public static FrozenDictionary<string, string> ReferralSources { get; } = Table(
        ("1A", "a family member or carer"), ("1B", "an acquaintance"), ("1C", "the child"), ("1D", "another individual"),
        ("2A", "a school"), ("2B", "education services"),
        ("3A", "a GP"), ("3B", "a health visitor"), ("3C", "a school nurse"), ("3D", "another primary health service"),
        ("3E", "an emergency department"), ("3F", "another health service"),
        ("4", "housing"),
        ("5A", "the authority's social care"), ("5B", "another service of the authority"), ("5C", "another authority"), ("5D", "early help"),
        ("6", "the police"), ("7", "a court, probation, immigration or other legal agency"), ("8", "another agency"),
        ("9", "an anonymous source"), ("10", "an unknown source"));

    /// <summary>PrimaryNeedCode.</summary>
    public static FrozenDictionary<string, string> PrimaryNeeds { get; } = Table(
        ("N1", "abuse or neglect"), ("N2", "the child's disability"), ("N3", "a parent's illness or disability"),
        ("N4", "family in acute stress"), ("N5", "family dysfunction"), ("N6", "socially unacceptable behaviour"),
        ("N7", "low income"), ("N8", "absent parenting"), ("N9", "cases other than children in need"), ("N0", "not stated"));

    /// <summary>InitialCategoryOfAbuse and LatestCategoryOfAbuse.</summary>
    public static FrozenDictionary<string, string> Abuse { get; } = Table(
        ("NEG", "neglect"), ("PHY", "physical abuse"), ("SAB", "sexual abuse"), ("EMO", "emotional abuse"), ("MUL", "multiple"));

    public static FrozenSet<string> ReferralSourceCodes { get; } = ReferralSources.Keys.ToFrozenSet();

    public static FrozenSet<string> PrimaryNeedCodes { get; } = PrimaryNeeds.Keys.ToFrozenSet();

    public static FrozenSet<string> AbuseCodes { get; } = Abuse.Keys.ToFrozenSet();

    /// <summary>ReasonForClosure; RC5 is a transfer to another authority.</summary>
    public static FrozenSet<string> ClosureReasons { get; } = Set("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9");

    /// <summary>Disability.</summary>
    public static FrozenSet<string> Disabilities { get; } = Set("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA");

    /// <summary>AssessmentFactors; 18A and 19A are retired, and still in use in old assessments.</summary>
    public static FrozenSet<string> Factors { get; } = Set(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A " +
        "18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A");

    private static FrozenDictionary<string, string> Table(params (string Code, string Words)[] rows) =>
        rows.ToFrozenDictionary(row => row.Code, row => row.Words);

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet();
}
