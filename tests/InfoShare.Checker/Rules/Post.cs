namespace InfoShare.Checker.Rules;

/// <summary>A role at an organisation: somebody who may be told.</summary>
public sealed record Post(string Organisation, string Role)
{
    public override string ToString() => $"{Organisation}#{Role}";
}

/// <summary>Role codes, as the policy guide names them.</summary>
public static class Role
{
    public const string FrontDoor = "children-services-front-door";
    public const string EarlyHelp = "early-help-coordinator";
    public const string ConferenceChair = "conference-chair";
    public const string DesignatedOfficer = "local-authority-designated-officer";
    public const string NamedOfficer = "named-officer";
    public const string SchoolNurse = "school-nurse";
    public const string HealthVisitor = "health-visitor";
    public const string NamedNurse = "named-nurse";
    public const string NamedDoctor = "named-doctor";
    public const string Police = "police-safeguarding-officer";
    public const string SchoolLead = "designated-safeguarding-lead";
}
