using System.Globalization;
using InfoShare.Contracts.Parts;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>The released parts in words: who the child is and where it lives are in <see cref="ChildSections"/>.</summary>
public static class PartSections
{
    /// <summary>Every other part that was released.</summary>
    public static IEnumerable<Section> Of(MessageParts parts) => ((IEnumerable<Section?>)
    [
        Incident(parts.Incident), Voice(parts.ChildVoice), Household(parts.Household), Medical(parts.Medical), Education(parts.Education),
        Intelligence(parts.Intelligence), ThirdParty(parts.ThirdParty), Contact(parts.Contact), Plans(parts.Plan), .. History(parts.History),
    ]).OfType<Section>();

    private static Section? Incident(IncidentPart? part) => part is null ? null : Section.Of(
        "What happened or was seen",
        Line.Of("Seen", part.ObservedAt is { } at ? Time(at) : part.ObservedOn is { } on ? Day(on) : null),
        Line.Of("Written down", part.RecordedAt is { } recorded ? Time(recorded) : null),
        Line.Of("Categories (CIN census)", List(part.Categories)),
        Line.Of("Factors (CIN census)", List(part.Factors)),
        Line.Of("Primary need (CIN census)", part.PrimaryNeed),
        Line.Of("Source of referral (CIN census)", part.ReferralSource),
        Line.Of(part.Facts),
        Line.Of("Reference", part.Reference),
        Line.Of("What has changed", part.Change is { } change ? Code(change) : null),
        Line.Of("The child was there", YesOrNo(part.ChildPresent)),
        Line.Of("A crime was recorded", YesOrNo(part.CrimeRecorded)),
        Line.Of("Family informed", part.FamilyInformed is { } informed ? Code(informed) : null),
        Line.Of("Why", part.FamilyInformedWhy),
        Line.Of("Action requested", part.ActionRequested),
        Line.Of("Earlier concerns of this sender", part.PriorConcernCount?.ToString(CultureInfo.InvariantCulture)));

    private static Section? Voice(ChildVoicePart? part) => part is null ? null : Section.Of(
        "The child's voice",
        Line.Of("Heard", Code(part.Status)),
        Line.Of(part.Words),
        Line.Of("Setting", part.Setting),
        Line.Of("Another adult of the family was present", YesOrNo(part.AdultPresent)),
        Line.Of("When", part.RecordedAt is { } at ? Time(at) : null));

    private static Section? Household(HouseholdPart? part) => part is null ? null : Section.Of(
        "Household",
        [
            part.AdultsUnknown ? Line.Of("It is not known which adults live there.") : null,
            .. part.Adults.Concat(part.Siblings).Select(person => Line.Of(Person(person))),
            Line.Of(part.Notes),
        ]);

    private static Section? Medical(MedicalPart? part) => Section.Of(
        "Health",
        Line.Of("GP practice (ODS)", part?.GpPractice),
        Line.Of("Not brought to an appointment", part?.NotBrought is { } missed ? NotBrought(missed) : null),
        Line.Of(part?.Notes));

    private static Section? Education(EducationPart? part) => part is null ? null : Section.Of(
        "School",
        Line.Of("School (URN)", part.SchoolUrn),
        Line.Of("Attendance in percent", part.AttendancePercent?.ToString(CultureInfo.InvariantCulture)),
        Line.Of("The line that it is below, in percent", part.AttendanceLine?.ToString(CultureInfo.InvariantCulture)),
        Line.Of("Early help", part.EarlyHelp is { } decision ? EarlyHelp(decision) : null),
        Line.Of(part.Notes));

    private static Section? Intelligence(IntelligencePart? part) => part is null ? null : Section.Of(
        "Graded intelligence",
        Line.Of("Grading", string.Join(' ', new[] { part.Scheme, part.SourceEvaluation, part.Assessment }.OfType<string>())),
        Line.Of(part.Notes));

    private static Section? ThirdParty(ThirdPartyPart? part) => part is null ? null : Section.Of(
        "Other people", [.. part.People.Select(person => Line.Of(Person(person))), Line.Of(part.Notes)]);

    private static Section? Contact(ContactPart? part) => part is null ? null : Section.Of(
        "Who to call", Line.Of(part.Role), Line.Of(part.Team), Line.Of(part.Reach));

    private static Section? Plans(PlanPart? part) => part is null ? null : Section.Of(
        "Plans", [.. part.Plans.Select(plan => Line.Of(Plan(plan))), Line.Of("Team that holds the case", part.AllocatedTeam), Line.Of("Proceedings", part.Legal is { } legal ? List(Code(legal.Stage), legal.Order, legal.On is { } on ? Day(on) : null) : null)]);

    private static IEnumerable<Section?> History(HistoryPart? part) => part is null ? [] :
    [
        Section.Of(
            "What was known before",
            [
                Line.Of("Earlier concerns that you may know of", part.EarlierConcerns.ToString(CultureInfo.InvariantCulture)),
                Line.Of("The first", part.Since is { } since ? Day(since) : null),
                .. part.Concerns.Select(concern => Line.Of(Day(concern.On), Earlier(concern))),
                .. part.Plans.Select(plan => Line.Of("Plan", Plan(plan))),
            ]),
        Section.Of(
            "Who is responsible now",
            Line.Of("Authority", part.Responsibility?.HeldBy),
            Line.Of("Transfer", part.Responsibility?.Transfer is { } transfer ? Code(transfer) : null)),
    ];

    private static string? Earlier(EarlierConcern concern) => List(
        Agency(concern.From), $"level of need {Level(concern.LevelOfNeed)}", List(concern.Categories), concern.Outcome is { } outcome ? $"decided: {Code(outcome)}" : "no decision known");

    private static string? Plan(OpenPlan plan) => List(
        Code(plan.Type),
        plan.Start is { } start ? $"from {Day(start)}" : null,
        plan.End is { } end ? $"to {Day(end)}" : null,
        plan.Category,
        plan.Change is { } change ? $"now: {Code(change)}" : null,
        plan.ReviewOn is { } review ? $"next review {Day(review)}" : null,
        plan.VisitedOn is { } visited ? $"last visit {Day(visited)}" : null,
        plan.Effect is { } effect ? $"it came to: {Code(effect)}" : null,
        plan.ManagerContact is { } manager ? $"manager: {manager}" : null);

    private static string? EarlyHelp(EarlyHelpDecision decision) => List(decision.Started ? "started" : "not started", decision.On is { } on ? Day(on) : null, decision.Reason);

    private static string? NotBrought(NotBrought missed) => List(
        missed.On is { } on ? Day(on) : null,
        missed.InARow is { } row ? $"{row} in a row" : null,
        missed.InTwelveMonths is { } year ? $"{year} in twelve months" : null,
        missed.Cancelled is { } cancelled ? $"{cancelled} cancelled in that time" : null);

    private static string? YesOrNo(bool? said) => said switch { true => "yes", false => "no", null => null };

    private static string? Person(Person person) => List(
        person.Relationship,
        person.Name is { } name ? ChildSections.Name(name) : null,
        person.DateOfBirth is { } born ? $"born {Day(born)}" : null,
        person.Role);
}
