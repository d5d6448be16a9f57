using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;

namespace InfoShare.Policy.Scenarios;

/// <summary>An answer about an agreement; <see cref="ConsentFact"/> says what each means.</summary>
public sealed record ScenarioConsent
{
    public AgreementTo AgreementTo { get; init; } = AgreementTo.Share;

    public ConsentAnswer Answer { get; init; } = ConsentAnswer.Given;

    public IReadOnlyList<AgencyKind> Agencies { get; init; } = [];

    public IReadOnlyList<PartName> Scope { get; init; } = [];

    public DateTimeOffset ValidFrom { get; init; } = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? ValidTo { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public ConsentGivenBy GivenBy { get; init; } = ConsentGivenBy.Parent;

    public Competence Competence { get; init; } = Competence.NotInQuestion;

    internal ConsentFact Fact() => new(AgreementTo, Answer, Agencies, Scope, ValidFrom, ValidTo, WithdrawnAt, GivenBy, Competence);
}
