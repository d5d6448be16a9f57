using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Agreements;

/// <summary>What a Consent resource says: an answer, nothing for us, or something that cannot be carried.</summary>
internal abstract record Agreement
{
    private Agreement() { }

    /// <summary>An agreement was asked for and answered.</summary>
    public sealed record Said(AgreementTo To, ConsentAnswer Answer, string? Reason, ConsentGivenBy By, DateTimeOffset? From, DateTimeOffset? Until) : Agreement;

    /// <summary>It was taken back.</summary>
    public sealed record TakenBack(ConsentGivenBy By, DateTimeOffset? At) : Agreement;

    /// <summary>Nothing to pass on, and why.</summary>
    public sealed record Nothing(string Why) : Agreement;

    /// <summary>It cannot be carried without changing its meaning.</summary>
    public sealed record Unclear(FieldProblem Problem) : Agreement;
}

/// <summary>Reads Consent resources.</summary>
internal static class ConsentReading
{
    /// <summary>Elements that narrow a permission. The contract could not hold them, and a wider permission was not given.</summary>
    private static readonly string[] Narrowing = ["actor", "action", "securityLabel", "purpose", "class", "code", "dataPeriod", "data", "provision"];

    /// <summary>Reads one.</summary>
    public static Agreement Read(FhirNode consent, FhirBundle bundle, Marks marks)
    {
        if (consent.Codings("category").Any(c => c.Code == "DRC"))
            return new Agreement.Nothing("an agreement to direct care");
        if (consent.Codings("scope").Any(c => c.Code == "research"))
            return new Agreement.Nothing("an agreement to research");
        return consent.Text("status") switch
        {
            "active" => Active(consent, bundle, marks),
            "rejected" => Answered(consent, bundle, ConsentAnswer.Refused, marks),
            "inactive" => new Agreement.TakenBack(GivenBy(consent, bundle), consent.At("meta")?.Time("lastUpdated", marks)?.Instant),
            _ => new Agreement.Nothing("an agreement that is not active"),
        };
    }

    private static Agreement Active(FhirNode consent, FhirBundle bundle, Marks marks)
    {
        var provision = consent.At("provision");
        if (NotAsked(Reason(consent, marks)))
            return Answered(consent, bundle, ConsentAnswer.NotSought, marks);
        switch (provision?.Text("type") ?? consent.Codings("policyRule").Select(c => c.Code).FirstOrDefault(c => c is "OPTIN" or "OPTOUT"))
        {
            case "permit" or "OPTIN":
                return Narrowing.FirstOrDefault(n => provision?.At(n) is not null) is { } narrower
                    ? new Agreement.Unclear(new(provision!.Value.Field(narrower), "must be absent: a narrower agreement cannot be carried"))
                    : Answered(consent, bundle, ConsentAnswer.Given, marks);
            case "deny" or "OPTOUT":
                return Answered(consent, bundle, ConsentAnswer.Refused, marks);
            default:
                return new Agreement.Unclear(new(consent.Field("provision.type"), "is required: permit or deny"));
        }
    }

    private static Agreement.Said Answered(FhirNode consent, FhirBundle bundle, ConsentAnswer answer, Marks marks)
    {
        var period = consent.At("provision")?.At("period");
        return new(
            consent.Codings("scope").Any(c => c.Code == "treatment") ? AgreementTo.Service : AgreementTo.Share,
            answer,
            Reason(consent, marks),
            GivenBy(consent, bundle),
            period?.Time("start", marks)?.Moment ?? consent.Time("dateTime", marks)?.Moment,
            Until(period?.Time("end", marks)));
    }

    /// <summary>A FHIR period includes its end; ours ends at the first instant after it.</summary>
    private static DateTimeOffset? Until(FhirTime? end) =>
        end is { Instant: null, Day: not null } && end.Value.Latest < DateOnly.MaxValue ? end.Value.Moment?.AddDays(1) : end?.Moment;

    private static string? Reason(FhirNode consent, Marks marks) =>
        marks.Fitting(consent.At("policyRule")?.Text("text"), 2_000, consent.Field("policyRule.text"));

    private static bool NotAsked(string? reason) =>
        reason is not null && (reason.StartsWith("not asked", StringComparison.OrdinalIgnoreCase)
            || reason.StartsWith("not sought", StringComparison.OrdinalIgnoreCase));

    /// <summary>The Patient itself, a relative, or somebody else; "other" also where nobody is named.</summary>
    private static ConsentGivenBy GivenBy(FhirNode consent, FhirBundle bundle) =>
        consent.Each("performer").Select(p => bundle.Resolve(p, consent)?.ResourceType).FirstOrDefault(t => t is not null) switch
        {
            "Patient" => ConsentGivenBy.Child,
            "RelatedPerson" => ConsentGivenBy.Parent,
            _ => ConsentGivenBy.Other,
        };
}
