namespace InfoShare.Contracts.Codes;

/// <summary>The roles that can receive, by permanent code. A role is held by a post, never by a person. Source: docs/policy-guide.md.</summary>
public static class Roles
{
    /// <summary>Designated safeguarding lead of a school or college. Source: Keeping children safe in education.</summary>
    public const string DesignatedSafeguardingLead = "designated-safeguarding-lead";

    /// <summary>School nurse.</summary>
    public const string SchoolNurse = "school-nurse";

    /// <summary>Health visitor, for children under five.</summary>
    public const string HealthVisitor = "health-visitor";

    /// <summary>Named midwife, for unborn children.</summary>
    public const string NamedMidwife = "named-midwife";

    /// <summary>Safeguarding lead of a GP practice.</summary>
    public const string GpSafeguardingLead = "gp-safeguarding-lead";

    /// <summary>Named nurse for safeguarding children.</summary>
    public const string NamedNurse = "named-nurse";

    /// <summary>Named doctor for safeguarding children.</summary>
    public const string NamedDoctor = "named-doctor";

    /// <summary>Police child protection or safeguarding unit.</summary>
    public const string PoliceSafeguardingOfficer = "police-safeguarding-officer";

    /// <summary>A local authority's children's-services front door (MASH).</summary>
    public const string FrontDoor = "children-services-front-door";

    /// <summary>The team that holds the child's case.</summary>
    public const string AllocatedTeam = "allocated-team";

    /// <summary>Early-help coordinator.</summary>
    public const string EarlyHelpCoordinator = "early-help-coordinator";

    /// <summary>Child protection conference chair.</summary>
    public const string ConferenceChair = "conference-chair";

    /// <summary>Local authority designated officer, for allegations against staff.</summary>
    public const string DesignatedOfficer = "local-authority-designated-officer";

    /// <summary>The officer who handles police information with conditions.</summary>
    public const string NamedOfficer = "named-officer";

    /// <summary>Every role of this release.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DesignatedSafeguardingLead, SchoolNurse, HealthVisitor, NamedMidwife, GpSafeguardingLead, NamedNurse, NamedDoctor,
        PoliceSafeguardingOfficer, FrontDoor, AllocatedTeam, EarlyHelpCoordinator, ConferenceChair, DesignatedOfficer, NamedOfficer,
    ];
}
