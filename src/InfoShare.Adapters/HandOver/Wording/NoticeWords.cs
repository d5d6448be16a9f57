using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>Kinds of notice in words. Pure.</summary>
public static class NoticeWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        [MessageTypes.AttendanceThreshold.Name] = "attendance is below the line",
        [MessageTypes.AppointmentWasNotBrought.Name] = "the child was not brought to an appointment",
        [MessageTypes.DomesticAbuseNotification.Name] = "police have attended domestic abuse",
        [MessageTypes.CircumstancesChanged.Name] = "something around the child has changed",
        [MessageTypes.PlanChanged.Name] = "a plan has changed",
        [MessageTypes.StopAndReviewRequested.Name] = "it is asked that a plan is stopped and looked at anew",
        [MessageTypes.MeetingNotified.Name] = "you are invited to a meeting",
        [MessageTypes.MeetingRecorded.Name] = "a meeting was held to which you were invited",
        [MessageTypes.LegalOutcome.Name] = "there is news of proceedings",
        [MessageTypes.InformationRequested.Name] = "you are asked what you know",
    };

    /// <summary>What a notice tells; null of every other type.</summary>
    /// <param name="messageType">Such as <c>plan.changed</c>.</param>
    public static string? Of(string messageType) => Words.GetValueOrDefault(messageType);
}
