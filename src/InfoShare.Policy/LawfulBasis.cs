namespace InfoShare.Policy;

/// <summary>
/// Codes of lawful bases. A release names one Article 6 basis, one special-category condition with its Schedule 1 paragraph,
/// the statutory gateway and the ground for confidentiality. Sources: UK GDPR; Data Protection Act 2018; Children Acts 1989
/// and 2004; Crime and Disorder Act 1998 s.115; Victims and Prisoners Act 2024.
/// </summary>
internal static class LawfulBasis
{
    public const string PublicTask = "UKGDPR-6-1-e";
    public const string Agreement = "UKGDPR-6-1-a";
    public const string SubstantialPublicInterest = "UKGDPR-9-2-g";
    public const string HealthOrSocialCare = "UKGDPR-9-2-h";
    public const string SafeguardingCondition = "DPA18-S1-P18";
    public const string LawEnforcement = "DPA18-PT3";
    public const string DutyToSafeguard = "CA04-S11";
    public const string DutyToCooperate = "CA04-S10";
    public const string ChildInNeed = "CA89-S17";
    public const string Enquiries = "CA89-S47";
    public const string CrimeAndDisorder = "CDA98-S115";
    public const string OperationEncompass = "VPA24-OPENC";
    public const string PublicInterestDisclosure = "CLDC-PI";

    public static readonly string[] SignificantHarm =
        [PublicTask, SubstantialPublicInterest, SafeguardingCondition, Enquiries, DutyToSafeguard, PublicInterestDisclosure];

    public static readonly string[] InNeed =
        [PublicTask, SubstantialPublicInterest, SafeguardingCondition, ChildInNeed, DutyToCooperate, PublicInterestDisclosure];

    public static readonly string[] ByAgreement = [Agreement, HealthOrSocialCare, DutyToCooperate];

    public static readonly string[] Moves =
        [PublicTask, HealthOrSocialCare, DutyToCooperate, DutyToSafeguard, PublicInterestDisclosure];

    public static readonly string[] DomesticAbuseNotice =
        [PublicTask, SubstantialPublicInterest, SafeguardingCondition, OperationEncompass];

    public static readonly string[] StaffAllegation =
        [PublicTask, SubstantialPublicInterest, SafeguardingCondition, DutyToSafeguard, PublicInterestDisclosure];

    public static readonly string[] PoliceInformation = [LawEnforcement, PublicTask, CrimeAndDisorder, PublicInterestDisclosure];
}
