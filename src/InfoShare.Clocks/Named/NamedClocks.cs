namespace InfoShare.Clocks;

/// <summary>
/// Every clock of this release. There is none for a strategy discussion, for which the guidance has no limit. Where a source says
/// only "days", they are calendar days, the stricter reading.
/// </summary>
public static class NamedClocks
{
    private const string WorkingTogether = "Working Together to Safeguard Children 2023";
    private const string KeepingSafe = "Keeping Children Safe in Education";
    private const string LondonProcedures = "London Safeguarding Children Procedures, 4.1.22";
    private const string Suffolk = "Suffolk Safeguarding Children Board's response to a serious case review, ";
    private const string Ours = "InfoShare's default; the partnership's own policy decides";

    /// <summary>Emergency access must have been reviewed.</summary>
    public static NamedClock EmergencyReview { get; } =
        Local("emergency-review", 1, ClockUnit.WorkingDays, "emergency access starts", "docs/policy-guide.md: break-glass is reviewed within one working day");

    /// <summary>In the order of a child's way through the services.</summary>
    public static IReadOnlyList<NamedClock> All { get; } =
    [
        Guidance("referral-decision", 1, ClockUnit.WorkingDays, "the referral is received", WorkingTogether),
        Guidance("referrer-follow-up", 1, ClockUnit.WorkingDays, "the referral is made", $"{KeepingSafe}: then the referrer asks"),
        Guidance("child-and-family-assessment", 45, ClockUnit.WorkingDays, "the referral is received", WorkingTogether),
        Guidance("initial-conference", 15, ClockUnit.WorkingDays, "the strategy discussion that began the section 47 enquiry", WorkingTogether),
        Guidance("core-group", 10, ClockUnit.WorkingDays, "the initial conference", WorkingTogether),
        Guidance("first-review-conference", 3, ClockUnit.Months, "the initial conference", WorkingTogether),
        Guidance("review-conference", 6, ClockUnit.Months, "the last review conference", WorkingTogether),
        Local("transfer-in-conference", 15, ClockUnit.WorkingDays, "written notice that a child with a plan has moved in", "local procedures, such as Norfolk's 3.8"),
        Local("pre-birth-review", 10, ClockUnit.Days, "the birth", LondonProcedures),
        Local("pre-birth-review-mother-unwell", 20, ClockUnit.Days, "the birth, where the mother is not fit to attend sooner", LondonProcedures),
        Guidance("rapid-review", 15, ClockUnit.WorkingDays, "a serious incident becomes known", WorkingTogether),
        Local("plan-visit", 15, ClockUnit.Days, "the last visit to a child with a plan", Suffolk + "6.4.1"),
        Local("plan-drift", 15, ClockUnit.Months, "the child protection plan begins", Suffolk + "4.3.3"),
        Local("plan-drift-conference", 18, ClockUnit.Months, "the child protection plan begins", Suffolk + "4.3.3"),
        Local("lado-notice", 1, ClockUnit.WorkingDays, "an allegation about somebody who works with children", "local procedures, such as Luton's"),
        new("da-notice", new(1, ClockUnit.StartOfSchoolDay), Counting.After, "police attend domestic abuse", ClockAuthority.Guidance, "Operation Encompass; the duty: Domestic Abuse Act 2021, s.49A"),
        Local("plan-end-view", 5, ClockUnit.WorkingDays, "the end of a child protection plan is proposed", Ours),
        Local("stop-and-review", 2, ClockUnit.WorkingDays, "somebody asks that a plan is stopped and reviewed", Ours),
        Local("early-help-considered", 5, ClockUnit.SchoolDays, "attendance falls below the threshold", Ours),
        Law("common-transfer-file", 15, ClockUnit.SchoolDays, "the pupil ceases to be registered", "Education (Pupil Information) (England) Regulations 2005, reg. 9"),
        Guidance("child-protection-file", 5, ClockUnit.Days, "the pupil leaves within the year", KeepingSafe),
        Guidance("child-protection-file-new-term", 5, ClockUnit.Days, "the first day of the new school's term", KeepingSafe) with { Counting = Counting.BeginningWith },
        Law("placement-notice", 5, ClockUnit.WorkingDays, "an emergency placement of a looked-after child begins", "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13"),
        Law("homeless-placement-notice", 14, ClockUnit.Days, "accommodation in another area is made available", "Housing Act 1996, s.208(4)") with { Counting = Counting.BeginningWith },
        Law("temporary-accommodation-notice", 14, ClockUnit.Days, "the latest of agreement, information and placement", "Housing Act 1996, s.213AA(4)") with { Counting = Counting.BeginningWith },
        Law("private-fostering-notice", 6, ClockUnit.Weeks, "the arrangement is to begin", "Children (Private Arrangements for Fostering) Regulations 2005, reg. 3") with { Counting = Counting.Before },
        Law("private-fostering-start", 48, ClockUnit.Hours, "the arrangement begins", "Children (Private Arrangements for Fostering) Regulations 2005, reg. 6"),
        Local("escalation-acknowledged", 1, ClockUnit.Days, "a decision is challenged", Ours) with { Counting = Counting.BeginningWith },
        Local("escalation-first-stage", 2, ClockUnit.WorkingDays, "a decision is challenged", Ours),
        Local("escalation-second-stage", 5, ClockUnit.WorkingDays, "the first stage ends without agreement", Ours),
        Local("escalation-third-stage", 2, ClockUnit.WorkingDays, "the second stage ends without agreement", Ours),
        EmergencyReview,
    ];

    private static readonly Dictionary<string, NamedClock> ByName = All.ToDictionary(clock => clock.Name);

    /// <summary>The clock with this name; null if there is none.</summary>
    public static NamedClock? Named(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    private static NamedClock Law(string name, int amount, ClockUnit unit, string start, string source) =>
        new(name, new(amount, unit), Counting.After, start, ClockAuthority.Law, source);

    private static NamedClock Guidance(string name, int amount, ClockUnit unit, string start, string source) =>
        new(name, new(amount, unit), Counting.After, start, ClockAuthority.Guidance, source);

    private static NamedClock Local(string name, int amount, ClockUnit unit, string start, string source) =>
        new(name, new(amount, unit), Counting.After, start, ClockAuthority.Local, source);
}
