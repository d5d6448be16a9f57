using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Console.Inboxes;

/// <summary>Types of message, and who sends them, in words for people who do not know the codes.</summary>
public static class TypeWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [MessageTypes.ConcernRaised.Name] = "Concern",
        [MessageTypes.ConcernCorrected.Name] = "Concern",
        [MessageTypes.ChildMovedArea.Name] = "Child has moved",
        [MessageTypes.TransferRequested.Name] = "Request to take a child over",
        [MessageTypes.AttendanceThreshold.Name] = "Attendance below the line",
        [MessageTypes.AppointmentWasNotBrought.Name] = "Child was not brought to an appointment",
        [MessageTypes.DomesticAbuseNotification.Name] = "Police attended domestic abuse",
        [MessageTypes.CircumstancesChanged.Name] = "Something around the child has changed",
        [MessageTypes.PlanChanged.Name] = "A plan has changed",
        [MessageTypes.PlanViewGiven.Name] = "View of the end of a plan",
        [MessageTypes.StopAndReviewRequested.Name] = "Request to stop and review a plan",
        [MessageTypes.MeetingNotified.Name] = "Invitation to a meeting",
        [MessageTypes.MeetingRecorded.Name] = "A meeting was held",
        [MessageTypes.LegalOutcome.Name] = "News of proceedings",
        [MessageTypes.InformationRequested.Name] = "You are asked what you know",
        [MessageTypes.InformationSupplied.Name] = "Information",
        [MessageTypes.InformationDeclined.Name] = "Information is not given",
        [MessageTypes.ConcernAcknowledged.Name] = "Acknowledgement",
        [MessageTypes.ConcernDecision.Name] = "Decision",
        [MessageTypes.ConcernOutcomeReported.Name] = "Outcome",
        [MessageTypes.EscalationRaised.Name] = "Challenge",
        [MessageTypes.EscalationAnswered.Name] = "Answer to a challenge",
    };

    /// <summary>A type by its name, such as <c>concern.raised</c>.</summary>
    public static string Of(string type) => Words.GetValueOrDefault(type, type);

    /// <summary>What a delivery is: its type, and whether it corrects, announces or reminds.</summary>
    public static string Of(string type, string kind) => kind switch
    {
        "correction" => $"{Of(type)}, corrected",
        "notice" => $"{Of(type)}: changed, and you may not have the new content",
        "reminder" => "Reminder: an answer is owed",
        _ => Of(type),
    };

    public static string Of(AgencyKind? kind) => kind switch
    {
        AgencyKind.Education => "A school or college",
        AgencyKind.Health => "A health agency",
        AgencyKind.Police => "The police",
        AgencyKind.SocialCare => "Children’s social care",
        _ => "An agency",
    };

    /// <summary>What is owed, by its code.</summary>
    public static string OfOwed(string owed) => owed switch
    {
        "acknowledgement" => "An acknowledgement",
        "decision" => "A decision",
        "view" => "Your view",
        "information" => "An answer",
        _ => owed,
    };
}
