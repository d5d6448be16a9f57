using System.Globalization;
using InfoShare.Contracts.Parts;
using static InfoShare.Adapters.Health.Writing.DeliveryWords;
using static InfoShare.Adapters.Health.Writing.Paragraphs;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>Each released part in words. Names and addresses of the child are in the Patient and not repeated here.</summary>
internal static class PartParagraphs
{
    public static IEnumerable<string?> Of(MessageParts parts) =>
    [
        Identity(parts.Identity), Incident(parts.Incident), Voice(parts.ChildVoice), Household(parts.Household), Medical(parts.Medical),
        Education(parts.Education), Intelligence(parts.Intelligence), ThirdParty(parts.ThirdParty), Contact(parts.Contact), Plans(parts.Plan),
    ];

    private static string? Identity(IdentityPart? part) => part is null ? null : Headed(
        "ABOUT THE CHILD",
        Line("Expected date of birth", part.ExpectedDateOfBirth is { } day ? Day(day) : null),
        Line("Communication needs", List(part.CommunicationNeeds)),
        Line("Disabilities (CIN census)", List(part.Disabilities)));

    private static string? Incident(IncidentPart? part) => part is null ? null : Headed(
        "WHAT HAPPENED OR WAS SEEN",
        Line("Seen", part.ObservedAt is { } at ? Time(at) : part.ObservedOn is { } on ? Day(on) : null),
        Line("Written down", part.RecordedAt is { } recorded ? Time(recorded) : null),
        Line("Categories (CIN census)", List(part.Categories)),
        Line("Factors (CIN census)", List(part.Factors)),
        Line("Primary need (CIN census)", part.PrimaryNeed),
        Line("Source of referral (CIN census)", part.ReferralSource),
        part.Facts,
        Line("Reference", part.Reference),
        Line("Family informed", part.FamilyInformed is { } informed ? Code(informed) : null),
        Line("Why", part.FamilyInformedWhy),
        Line("Action requested", part.ActionRequested),
        Line("Earlier concerns of this sender", part.PriorConcernCount?.ToString(CultureInfo.InvariantCulture)));

    private static string? Voice(ChildVoicePart? part) => part is null ? null : Headed(
        "THE CHILD'S VOICE",
        Line("Heard", Code(part.Status)),
        part.Words,
        Line("Setting", part.Setting),
        Line("Another adult of the family was present", part.AdultPresent switch { true => "yes", false => "no", null => null }),
        Line("When", part.RecordedAt is { } at ? Time(at) : null));

    private static string? Household(HouseholdPart? part) => part is null ? null : Headed(
        "HOUSEHOLD",
        [part.AdultsUnknown ? "It is not known which adults live there." : null, .. part.Adults.Select(Person), .. part.Siblings.Select(Person), part.Notes]);

    private static string? Medical(MedicalPart? part) => Headed("HEALTH", Line("GP practice (ODS)", part?.GpPractice), part?.Notes);

    private static string? Education(EducationPart? part) => part is null ? null : Headed(
        "SCHOOL",
        Line("School (URN)", part.SchoolUrn),
        Line("Attendance in percent", part.AttendancePercent?.ToString(CultureInfo.InvariantCulture)),
        part.Notes);

    private static string? Intelligence(IntelligencePart? part) => part is null ? null : Headed(
        "GRADED INTELLIGENCE",
        Line("Grading", string.Join(' ', new[] { part.Scheme, part.SourceEvaluation, part.Assessment }.OfType<string>())),
        part.Notes);

    private static string? ThirdParty(ThirdPartyPart? part) => part is null ? null : Headed(
        "OTHER PEOPLE", [.. part.People.Select(Person), part.Notes]);

    private static string? Contact(ContactPart? part) => part is null ? null : Headed(
        "WHO TO CALL", part.Role, part.Team, part.Reach);

    private static string? Plans(PlanPart? part) => part is null ? null : Headed(
        "PLANS",
        [.. part.Plans.Select(Plan), Line("Team that holds the case", part.AllocatedTeam)]);

    private static string Plan(OpenPlan plan) => string.Join(", ", new[]
    {
        Code(plan.Type),
        plan.Start is { } start ? $"from {Day(start)}" : null,
        plan.End is { } end ? $"to {Day(end)}" : null,
        plan.Category,
        Line("manager", plan.ManagerContact),
    }.OfType<string>());

    private static string Person(Person person) => string.Join(", ", new[]
    {
        person.Relationship,
        person.Name is { } name ? string.Join(' ', name.Given.Append(name.Family).OfType<string>()) : null,
        person.DateOfBirth is { } born ? $"born {Day(born)}" : null,
        person.Role,
    }.Where(text => !string.IsNullOrWhiteSpace(text)));
}
