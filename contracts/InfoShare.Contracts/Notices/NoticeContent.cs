using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>What each kind of notice must say to mean anything. Pure.</summary>
public static class NoticeContent
{
    /// <summary>The field that is missing or wrong; null when there is none.</summary>
    public static FieldProblem? Problem(Notice notice) => notice switch
    {
        { Parts.Identity: null } => Required("identity"),
        AttendanceThreshold { Parts.Education: not { AttendancePercent: not null } } => Required("education.attendancePercent"),
        AttendanceThreshold { Parts.Education: not { AttendanceLine: not null } } => Required("education.attendanceLine"),
        AttendanceThreshold { Parts.Education: { } told } when told.AttendancePercent >= told.AttendanceLine => new("data.parts.education.attendancePercent", "must be below attendanceLine"),
        { Parts.Education.EarlyHelp: { Started: false, Reason: null } } => Required("education.earlyHelp.reason", "where early help was not started"),
        AppointmentWasNotBrought { Parts.Medical: not { NotBrought: not null } } => Required("medical.notBrought"),
        DomesticAbuseNotification { Parts.Incident: not ({ ObservedAt: not null } or { ObservedOn: not null }) } => Required("incident.observedAt", "or observedOn"),
        CircumstancesChanged { Parts.Incident: not { Change: not null } } => Required("incident.change"),
        PlanChanged { Parts.Plan: not { Plans: [{ Change: not null }] } } => Required("plan.plans", "to be one plan, with what has changed"),
        PlanChanged { Parts.Plan.Plans: [{ End: { } end, Start: { } start }] } when end < start => new("data.parts.plan.plans[0].end", "must not be before start"),
        PlanChanged { Parts.Plan.Plans: [{ Change: PlanChange.Ended, End: null }] } => Required("plan.plans[0].end", "of a plan that has ended"),
        MeetingNotified { Invited: [] } => new("data.invited", "must name who is invited"),
        MeetingRecorded { Invited: [] } => new("data.invited", "must name who was invited"),
        LegalOutcome { Parts.Plan: not { Legal: not null } } => Required("plan.legal"),
        InformationRequested { Parts.Incident: not { ActionRequested: not null } } => Required("incident.actionRequested", "to say what is asked"),
        InformationRequested { Parts.Incident: not { Facts: not null } } => Required("incident.facts", "to say why"),
        StopAndReviewRequested { Parts.Incident: not { Facts: not null } } => Required("incident.facts", "to say why"),
        _ => null,
    };

    private static FieldProblem Required(string field, string more = "") => new("data.parts." + field, $"is required {more}".TrimEnd());
}
