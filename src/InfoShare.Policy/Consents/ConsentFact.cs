using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;

namespace InfoShare.Policy;

/// <summary>One agreement, in force or not.</summary>
/// <param name="Agencies">The kinds of agency that it covers; empty: all.</param>
/// <param name="Scope">The parts that it covers; empty: all.</param>
/// <param name="GivenBy">Who answered.</param>
/// <param name="Competence">Whether they could.</param>
/// <param name="WithdrawnBy">Who took it back.</param>
public sealed record ConsentFact(
    AgreementTo AgreementTo,
    ConsentAnswer Answer,
    IReadOnlyList<AgencyKind> Agencies,
    IReadOnlyList<PartName> Scope,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidTo,
    DateTimeOffset? WithdrawnAt,
    ConsentGivenBy GivenBy = ConsentGivenBy.Parent,
    Competence Competence = Competence.NotInQuestion,
    ConsentGivenBy? WithdrawnBy = null)
{
    /// <summary>As if everybody with a say had agreed to sharing everything with all.</summary>
    internal static ConsentFact ToAll { get; } =
        new(AgreementTo.Share, ConsentAnswer.Given, Agencies: [], Scope: [], DateTimeOffset.MinValue, ValidTo: null, WithdrawnAt: null);

    /// <summary>Whoever answered could. <see cref="Gillick"/>.</summary>
    public bool CanBeReliedOn => Competence is not Competence.NotAssessed;

    /// <summary>Holds from its first instant until, and not including, its end or withdrawal.</summary>
    public bool StandsAt(DateTimeOffset at) =>
        ValidFrom <= at && (ValidTo is not { } end || at < end) && (WithdrawnAt is not { } gone || at < gone);

    /// <summary>It was given by somebody who could, and stands.</summary>
    public bool IsAgreementAt(DateTimeOffset at) => Answer is ConsentAnswer.Given && CanBeReliedOn && StandsAt(at);

    /// <summary>Whoever could say no to sharing this part with this kind of agency has, and it stands.</summary>
    public bool RefusesSharing(AgencyKind kind, PartName? part, DateTimeOffset at) =>
        AgreementTo is AgreementTo.Share && Answer is ConsentAnswer.Refused && CanBeReliedOn && StandsAt(at) && Concerns(kind)
        && (Scope.Count == 0 || (part is { } named && Scope.Contains(named)));

    /// <summary>An agreement to share stands, and covers this kind of agency and this part (null: the message as such).</summary>
    public bool AllowsSharing(AgencyKind kind, PartName? part, DateTimeOffset at) =>
        AgreementTo is AgreementTo.Share && IsAgreementAt(at)
        && Concerns(kind)
        && (Scope.Count == 0 || part is null || Scope.Contains(part.Value));

    private bool Concerns(AgencyKind kind) => Agencies.Count == 0 || Agencies.Contains(kind);
}
