using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;

namespace InfoShare.Contracts.Wire;

/// <summary>One message type: its name, its version and the record that is its data.</summary>
/// <param name="Name">Such as <c>concern.raised</c>.</param>
/// <param name="Minor">The minor version of this release; a reader accepts any.</param>
/// <param name="Data">The record.</param>
public sealed record MessageType(string Name, int Minor, Type Data)
{
    /// <summary>The major version of this release. A reader refuses any other.</summary>
    public const int Major = 1;

    /// <summary>The CloudEvents <c>type</c>: <c>uk.infoshare.concern.raised.v1</c>.</summary>
    public string CloudEventType => $"{MessageTypes.Prefix}{Name}.v{Major}";

    /// <summary>The CloudEvents <c>dataschema</c>: <c>https://infoshare.local/schemas/concern.raised/1.0</c>.</summary>
    public string DataSchema => $"https://infoshare.local/schemas/{Name}/{Major}.{Minor}";
}

/// <summary>Every message type of this release.</summary>
public static class MessageTypes
{
    /// <summary>What every type begins with.</summary>
    public const string Prefix = "uk.infoshare.";

    /// <summary>A concern about a child, told for the first time.</summary>
    public static readonly MessageType ConcernRaised = new("concern.raised", 0, typeof(ConcernRaised));

    /// <summary>An earlier concern as it should have read.</summary>
    public static readonly MessageType ConcernCorrected = new("concern.corrected", 0, typeof(ConcernCorrected));

    /// <summary>An earlier concern taken back.</summary>
    public static readonly MessageType ConcernWithdrawn = new("concern.withdrawn", 0, typeof(ConcernWithdrawn));

    /// <summary>A child has moved, or is about to.</summary>
    public static readonly MessageType ChildMovedArea = new("child.movedArea", 0, typeof(ChildMovedArea));

    /// <summary>An organisation knows a child: a pointer for the index, delivered to nobody.</summary>
    public static readonly MessageType InvolvementRecorded = new("involvement.recorded", 0, typeof(InvolvementRecorded));

    /// <summary>Somebody was asked for agreement, and what they said.</summary>
    public static readonly MessageType ConsentRecorded = new("consent.recorded", 0, typeof(ConsentRecorded));

    /// <summary>An agreement was taken back.</summary>
    public static readonly MessageType ConsentWithdrawn = new("consent.withdrawn", 0, typeof(ConsentWithdrawn));

    /// <summary>A role at the recipient answers a delivery.</summary>
    public static readonly MessageType ConcernAcknowledged = new("concern.acknowledged", 0, typeof(ConcernAcknowledged));

    /// <summary>What the recipient decided to do about a concern.</summary>
    public static readonly MessageType ConcernDecision = new("concern.decision", 0, typeof(ConcernDecision));

    /// <summary>What came of a concern in the end.</summary>
    public static readonly MessageType ConcernOutcomeReported = new("concern.outcome", 0, typeof(ConcernOutcomeReported));

    /// <summary>One side asks another to take over a child.</summary>
    public static readonly MessageType TransferRequested = new("transfer.requested", 0, typeof(TransferRequested));

    /// <summary>Who was asked takes over.</summary>
    public static readonly MessageType TransferAccepted = new("transfer.accepted", 0, typeof(TransferAccepted));

    /// <summary>Who was asked does not.</summary>
    public static readonly MessageType TransferDeclined = new("transfer.declined", 0, typeof(TransferDeclined));

    /// <summary>The receiving side has held its conference.</summary>
    public static readonly MessageType TransferConferenceHeld = new("transfer.conferenceHeld", 0, typeof(TransferConferenceHeld));

    /// <summary>The receiving side is responsible.</summary>
    public static readonly MessageType TransferResponsibilityPassed = new("transfer.responsibilityPassed", 0, typeof(TransferResponsibilityPassed));

    /// <summary>Somebody challenges a decision.</summary>
    public static readonly MessageType EscalationRaised = new("escalation.raised", 0, typeof(EscalationRaised));

    /// <summary>Who was challenged answers.</summary>
    public static readonly MessageType EscalationAnswered = new("escalation.answered", 0, typeof(EscalationAnswered));

    /// <summary>Who challenged says what came of it.</summary>
    public static readonly MessageType EscalationClosed = new("escalation.closed", 0, typeof(EscalationClosed));

    /// <summary>A pupil's attendance has fallen below a line.</summary>
    public static readonly MessageType AttendanceThreshold = new("attendance.threshold", 0, typeof(AttendanceThreshold));

    /// <summary>A child was not brought to an appointment.</summary>
    public static readonly MessageType AppointmentWasNotBrought = new("appointment.wasNotBrought", 0, typeof(AppointmentWasNotBrought));

    /// <summary>Police have attended domestic abuse where a child lives or was.</summary>
    public static readonly MessageType DomesticAbuseNotification = new("da.notification", 0, typeof(DomesticAbuseNotification));

    /// <summary>Something around the child has changed.</summary>
    public static readonly MessageType CircumstancesChanged = new("circumstances.changed", 0, typeof(CircumstancesChanged));

    /// <summary>A plan was opened, visited, reviewed, ended, or is proposed to end.</summary>
    public static readonly MessageType PlanChanged = new("plan.changed", 0, typeof(PlanChanged));

    /// <summary>A health role says what it thinks of the end of a plan.</summary>
    public static readonly MessageType PlanViewGiven = new("plan.viewGiven", 0, typeof(PlanViewGiven));

    /// <summary>Somebody asks that a plan is stopped and looked at anew.</summary>
    public static readonly MessageType StopAndReviewRequested = new("stopAndReview.requested", 0, typeof(StopAndReviewRequested));

    /// <summary>A notice taken back.</summary>
    public static readonly MessageType NoticeWithdrawn = new("notice.withdrawn", 0, typeof(NoticeWithdrawn));

    /// <summary>A meeting about a child is called.</summary>
    public static readonly MessageType MeetingNotified = new("meeting.notified", 0, typeof(MeetingNotified));

    /// <summary>A meeting about a child was held.</summary>
    public static readonly MessageType MeetingRecorded = new("meeting.recorded", 0, typeof(MeetingRecorded));

    /// <summary>A step or the outcome of proceedings.</summary>
    public static readonly MessageType LegalOutcome = new("legal.outcome", 0, typeof(LegalOutcome));

    /// <summary>One post is asked what it knows.</summary>
    public static readonly MessageType InformationRequested = new("info.requested", 0, typeof(InformationRequested));

    /// <summary>Who was asked tells what it knows.</summary>
    public static readonly MessageType InformationSupplied = new("info.supplied", 0, typeof(InformationSupplied));

    /// <summary>Who was asked does not tell.</summary>
    public static readonly MessageType InformationDeclined = new("info.declined", 0, typeof(InformationDeclined));

    /// <summary>Somebody has decided not to tell another agency of a child.</summary>
    public static readonly MessageType DisclosureRefused = new("disclosure.refused", 0, typeof(DisclosureRefused));

    /// <summary>What became of a message or a delivery on its way.</summary>
    public static readonly MessageType Receipt = new("receipt", 0, typeof(Receipt));

    /// <summary>The released parts of a message, for one role at one organisation.</summary>
    public static readonly MessageType Delivery = new("delivery", 0, typeof(Delivery));

    /// <summary>Tells the sender that something was withheld, and a coarse code.</summary>
    public static readonly MessageType SharingWithheld = new("sharing.withheld", 0, typeof(SharingWithheld));

    /// <summary>A delivery must be put out of use.</summary>
    public static readonly MessageType DeliveryRecalled = new("delivery.recalled", 0, typeof(DeliveryRecalled));

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<MessageType> All { get; } =
    [
        ConcernRaised, ConcernCorrected, ConcernWithdrawn, ChildMovedArea, InvolvementRecorded, ConsentRecorded,
        ConsentWithdrawn, ConcernAcknowledged, ConcernDecision, ConcernOutcomeReported, TransferRequested, TransferAccepted, TransferDeclined,
        TransferConferenceHeld, TransferResponsibilityPassed, EscalationRaised, EscalationAnswered, EscalationClosed, AttendanceThreshold, AppointmentWasNotBrought,
        DomesticAbuseNotification, CircumstancesChanged, PlanChanged, PlanViewGiven, StopAndReviewRequested, MeetingNotified,
        MeetingRecorded, LegalOutcome, InformationRequested, InformationSupplied, InformationDeclined, DisclosureRefused, NoticeWithdrawn, Receipt, Delivery, SharingWithheld, DeliveryRecalled,
    ];

    /// <summary>The type with this CloudEvents <c>type</c>, or null when this release does not know it.</summary>
    public static MessageType? Find(string cloudEventType) => All.FirstOrDefault(t => t.CloudEventType == cloudEventType);

    /// <summary>The type whose data is <typeparamref name="T"/>.</summary>
    public static MessageType Of<T>() => All.Single(t => t.Data == typeof(T));
}
