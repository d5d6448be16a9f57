using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Wire;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Deciding;

/// <summary>The facts of one decision as Cedar sees them: <c>policies/infoshare.cedarschema</c>. Pure.</summary>
internal sealed class CedarFacts
{
    private static readonly EntityUid Know = new("Action", "know");
    private static readonly EntityUid Read = new("Action", "read");

    private readonly SharingFacts facts;
    private readonly EntityUid post;
    private readonly CedarString answerToSharing;
    private readonly CedarString answerToService;
    private CedarRecord? withoutConsents;

    /// <param name="message">The one that the facts are of.</param>
    public CedarFacts(SharingFacts facts, CedarMessage message)
    {
        this.facts = facts;
        post = new("Post", facts.Recipient.Name);
        (answerToSharing, answerToService) = (Text(LastAnswer(AgreementTo.Share)), Text(LastAnswer(AgreementTo.Service)));
        Entities = message.Entities.With(
            new(post, Attributes(facts.Recipient), [new("Role", facts.Recipient.Role), new("AgencyKind", Codes.Of(facts.Recipient.Kind))], CedarRecord.Empty));
    }

    public EntityStore Entities { get; }

    /// <summary>May they know that the message exists?</summary>
    public Request ToKnow() => new(post, Know, CedarMessage.Uid, Circumstances(null));

    /// <summary>May they read this part of it?</summary>
    public Request ToRead(PartName part) => new(post, Read, CedarMessage.UidOf(part), Circumstances(part));

    private static CedarRecord Attributes(RecipientFacts recipient) => new([
        new("name", Text(recipient.Name)),
        new("organisation", Text(recipient.Organisation)),
        new("grants", Set(recipient.Grants)),
        new("relationship", Text(Codes.Of(recipient.Relationship))),
    ]);

    /// <summary>Cedar does not go through sets, so what the agreements come to is found here.</summary>
    private CedarRecord Circumstances(PartName? part)
    {
        // Where nobody was asked, it is the same for each part.
        if (facts.Consents.Count == 0)
            return withoutConsents ??= Circumstances(part, []);
        return Circumstances(part, [.. facts.AgreementsFor(part)]);
    }

    private CedarRecord Circumstances(PartName? part, IReadOnlyList<ConsentFact> covering) => new([
        new("at", new CedarDateTime(facts.At.ToUnixTimeMilliseconds())),
        new("agreedToShare", Bool(covering.Count > 0)),
        new("agreementNamesPart", Bool(part is { } named && covering.Any(c => c.Scope.Contains(named)))),
        new("answerToSharing", answerToSharing),
        new("answerToService", answerToService),
        new("emergencyAccess", Bool(facts.EmergencyUntil is { } until && facts.At < until)),
    ]);

    /// <summary>An answer that cannot be relied on, or whose time is over, is as none.</summary>
    private string LastAnswer(AgreementTo to) =>
        facts.Consents.Where(c => c.AgreementTo == to && c.CanBeReliedOn && c.ValidFrom <= facts.At && (c.ValidTo is not { } end || facts.At < end)).MaxBy(c => c.ValidFrom) switch
        {
            null => Codes.Of(ConsentAnswer.NotSought),
            { WithdrawnAt: { } gone } when gone <= facts.At => "withdrawn",
            { Answer: var answer } => Codes.Of(answer),
        };

    internal static CedarString Text(string text) => new(text);

    internal static CedarBool Bool(bool value) => CedarBool.Of(value);

    internal static CedarSet Set(IEnumerable<string> texts) => new(texts.Select(Text));
}
