using System.Collections.Frozen;
using InfoShare.Adapters.SocialCare.Csv;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>The columns and codes of the episodes file. Source: DfE children looked after return (SSDA903), 2017 to 2024.</summary>
internal static class Ssda903Columns
{
    public const string Child = "CHILD";
    public const string Start = "DECOM";
    public const string ReasonForNew = "RNE";
    public const string LegalStatus = "LS";
    public const string Place = "PLACE";
    public const string End = "DEC";
    public const string ReasonCeased = "REC";
    public const string ReasonForChange = "REASON_PLACE_CHANGE";
    public const string Postcode = "PL_POST";

    /// <summary>An episodes file has at least these.</summary>
    public static CsvColumns All { get; } = new(
        [Child, Start, ReasonForNew, Postcode],
        [LegalStatus, Place, End, ReasonCeased, ReasonForChange],
        ("CHILD_ID", Child), ("LA_CHILD_ID", Child), ("EPISODE_START", Start), ("EPISODE_END", End),
        ("PLACE_CHANGE_REASON", ReasonForChange), ("PLACEMENT_POSTCODE", Postcode), ("PL_POSTCODE", Postcode));

    /// <summary>Reason for a new episode: started to be looked after; legal status; placement and carer; placement, same carer; all three; legal status and placement, same carer.</summary>
    public static FrozenSet<string> ReasonsForNew { get; } = Set("S L P T B U");

    /// <summary>Legal statuses.</summary>
    public static FrozenSet<string> LegalStatuses { get; } = Set("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3");

    /// <summary>Short breaks: the child's home stays where it is.</summary>
    public static FrozenSet<string> ShortBreaks { get; } = Set("V3 V4");

    /// <summary>Placements.</summary>
    public static FrozenSet<string> Placements { get; } = Set(
        "A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1");

    /// <summary>Temporary ones, such as a stay in hospital.</summary>
    public static FrozenSet<string> Temporary { get; } = Set("T0 T1 T2 T3 T4");

    /// <summary>Placements for adoption: who knows where could endanger the placement.</summary>
    public static FrozenSet<string> Adoption { get; } = Set("A3 A4 A5 A6");

    /// <summary>Reasons why an episode ceased.</summary>
    public static FrozenSet<string> ReasonsCeased { get; } = Set(
        "X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17");

    /// <summary>The person is an adult from then on: to adult services, age found to be 18 or more, stayed put at 18.</summary>
    public static FrozenSet<string> Grown { get; } = Set("E7 E15 E17");

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet();
}
