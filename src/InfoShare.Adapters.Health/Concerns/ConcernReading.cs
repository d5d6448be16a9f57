using System.Globalization;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>Turns a sign into the concern that it raises.</summary>
internal static class ConcernReading
{
    private const int OnPlanLevel = 4;

    /// <summary>The concern that a sign raises; other signs about the same child support it.</summary>
    public static ConcernRaised Read(
        Sign sign, IReadOnlyList<Sign> supporting, Child child, IReadOnlyList<Said> said, MedicalPart? medical, ContactPart? contact, string key)
    {
        var plan = supporting.Prepend(sign).FirstOrDefault(s => s.Meaning == Meaning.OnPlan);
        IReadOnlyList<FhirNode> resources = [sign.Resource, .. supporting.Select(s => s.Resource), .. said.Select(s => s.Resource)];
        var marks = new Marks();
        var (resource, period) = (sign.Resource, sign.Resource.At("period"));
        if (child.OfMother)
            marks.Add(child.Patient.Path, "is the mother; the expected child has no record of its own yet");
        if (resource.ResourceType == "Flag" && resource.Text("status") != "active")
            marks.Add(resource.Field("status"), "must be active, inactive or entered-in-error; counted as active");
        if (resource.At("subject") is null)
            marks.Add(resource.Field("subject"), "is required; the only Patient, or the one that it is about, was taken");

        return new()
        {
            ConcernId = key,
            LevelOfNeed = Level(plan is not null, resources, marks),
            ImmediateDanger = resources.Any(r => r.Text("priority") == "stat"),
            Parts = new()
            {
                Identity = child.Identity,
                Address = child.Address,
                Incident = Incident(sign, supporting, said, period, marks),
                ChildVoice = IsUnborn(child) ? new() { Status = ChildVoiceStatus.Unborn } : null,
                Household = child.OfMother ? Mother(child) : null,
                Medical = medical,
                Contact = contact,
                Plan = plan is null ? null : Plan(plan.Resource.At("period"), marks),
            },
            Marks = [.. child.Marks.All.Concat(marks.All).Concat(said.SelectMany(s => s.Marks.All))],
        };
    }

    private static bool IsUnborn(Child child) => child.OfMother || child.Age == Age.Expected;

    private static HouseholdPart Mother(Child child) => new()
    {
        Adults = [new() { Relationship = "mother", Name = PatientNames.Read(child.Patient, new Marks()) is [var name, ..] ? name : null }],
    };

    private static PlanPart Plan(FhirNode? period, Marks marks) => new()
    {
        Plans = [new() { Type = PlanType.ChildProtection, Start = period?.Day("start", marks), End = period?.Day("end", marks) }],
    };

    private static IncidentPart Incident(Sign sign, IReadOnlyList<Sign> supporting, IReadOnlyList<Said> said, FhirNode? period, Marks marks)
    {
        var observed = period?.Time("start", marks) ?? sign.Resource.Time("onsetDateTime", marks);
        var words = Narrative.Text(sign, supporting, said, marks);
        var meaning = SafeguardingCodes.Words(sign.Meaning);
        return new()
        {
            ObservedAt = observed?.Instant?.ToUniversalTime(),
            ObservedOn = observed is { Instant: null } ? observed.Value.Day : null,
            RecordedAt = Recorded(sign, said, marks)?.ToUniversalTime(),
            Facts = words is null ? meaning : sign.Meaning == Meaning.Child ? words : Both(meaning, words),
        };
    }

    private static string Both(string meaning, string words) =>
        $"{meaning}\n\n{words}" is { Length: <= 20_000 } both ? both : words;

    private static DateTimeOffset? Recorded(Sign sign, IReadOnlyList<Said> said, Marks marks) =>
        said.Min(s => s.Sent)
        ?? sign.Resource.Time("authoredOn", marks)?.Instant
        ?? sign.Resource.Time("recordedDate", marks)?.Instant;

    /// <summary>Unknown unless a code of our own list says it; on a child protection plan at least 4.</summary>
    private static int? Level(bool onPlan, IEnumerable<FhirNode> resources, Marks marks)
    {
        int? level = onPlan ? OnPlanLevel : null;
        foreach (var resource in resources)
        {
            foreach (var coding in resource.Codings("category").Concat(resource.Codings("code")).Where(c => c.System == FhirSystems.Levels))
            {
                if (int.TryParse(coding.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var coded) && coded <= 5)
                    level = Math.Max(level ?? 0, coded);
                else
                    marks.Add(resource.Field("category"), "must be a level of need from 0 to 5");
            }
        }

        return level;
    }
}
