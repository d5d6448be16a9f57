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
    private static readonly EntityUid Message = new("Message", "this");
    private static readonly EntityUid EveryOtherPartnership = new("Partnership", "default");
    private static readonly Dictionary<PartName, EntityUid> Parts = Enum.GetValues<PartName>().ToDictionary(part => part, part => new EntityUid("Part", Codes.Of(part)));
    private static readonly Entity[] AllParts =
        [.. Parts.Values.Select(part => new Entity(part, new([new("message", Message)]), [], CedarRecord.Empty))];

    private readonly SharingFacts facts;
    private readonly EntityUid post;

    /// <param name="partnerships">Those of the set, with the numbers that policies ask for.</param>
    public CedarFacts(SharingFacts facts, IReadOnlyDictionary<EntityUid, Entity> partnerships)
    {
        this.facts = facts;
        post = new("Post", facts.Recipient.Name);
        var partnership = facts.Message.Area is { } area && partnerships.ContainsKey(new("Partnership", area)) ? new("Partnership", area) : EveryOtherPartnership;
        Entities = EntityStore.Of([
            .. AllParts,
            new Entity(post, Attributes(facts.Recipient), [new("Role", facts.Recipient.Role), new("AgencyKind", Codes.Of(facts.Recipient.Kind))], CedarRecord.Empty),
            new Entity(Message, Attributes(facts.Message, partnership), [], CedarRecord.Empty),
            .. partnerships.TryGetValue(partnership, out var known) ? [known] : (Entity[])[],
        ]).Store!;
    }

    public EntityStore Entities { get; }

    /// <summary>May they know that the message exists?</summary>
    public Request ToKnow() => new(post, Know, Message, Circumstances(null));

    /// <summary>May they read this part of it?</summary>
    public Request ToRead(PartName part) => new(post, Read, Parts[part], Circumstances(part));

    private static CedarRecord Attributes(RecipientFacts recipient) => new([
        new("name", Text(recipient.Name)),
        new("organisation", Text(recipient.Organisation)),
        new("grants", Set(recipient.Grants)),
        new("relationship", Text(Codes.Of(recipient.Relationship))),
    ]);

    private static CedarRecord Attributes(MessageFacts message, EntityUid partnership) => new(Known([
        ("partnership", partnership),
        ("messageType", Text(message.Type)),
        ("isConcern", Bool(message.IsConcern)),
        ("isMove", Bool(message.IsMove)),
        ("isTransfer", Bool(message.IsTransfer)),
        ("from", Text(Codes.Of(message.From))),
        ("levelOfNeed", message.LevelOfNeed is { } level ? new CedarLong(level) : null),
        ("immediateDanger", Bool(message.ImmediateDanger)),
        ("riskOfSignificantHarm", Bool(message.RiskOfSignificantHarm)),
        ("sexualAbuse", Bool(message.SexualAbuse)),
        ("domesticAbuse", Bool(message.DomesticAbuseFactor)),
        ("categories", Set(message.Categories)),
        ("factors", Set(message.Factors)),
        ("allegationAgainstStaff", Bool(message.AllegationAgainstStaff)),
        ("handling", message.Handling is { } handling ? Text(Codes.Of(handling)) : null),
        ("handlingHasConditions", Bool(message.HandlingHasConditions)),
        ("namedRecipients", Set(message.NamedRecipients)),
        ("addressRestricted", Bool(message.AddressRestricted)),
        ("unborn", Bool(message.Unborn)),
        ("moveType", message.MoveType is { } move ? Text(Codes.Of(move)) : null),
        ("cumulative", Bool(message.Cumulative)),
        ("planType", message.PlanType is { } plan ? Text(Codes.Of(plan)) : null),
        ("planChange", message.PlanChange is { } change ? Text(Codes.Of(change)) : null),
        ("detrimentRecorded", Bool(message.DetrimentRecorded)),
    ]));

    /// <summary>Cedar does not go through sets, so what the agreements come to is found here.</summary>
    private CedarRecord Circumstances(PartName? part)
    {
        var covering = facts.AgreementsFor(part).ToList();
        return new([
            new("at", new CedarDateTime(facts.At.ToUnixTimeMilliseconds())),
            new("agreedToShare", Bool(covering.Count > 0)),
            new("agreementNamesPart", Bool(part is { } named && covering.Any(c => c.Scope.Contains(named)))),
            new("answerToSharing", Text(LastAnswer(AgreementTo.Share))),
            new("answerToService", Text(LastAnswer(AgreementTo.Service))),
            new("emergencyAccess", Bool(facts.EmergencyUntil is { } until && facts.At < until)),
        ]);
    }

    /// <summary>An answer that cannot be relied on, or whose time is over, is as none.</summary>
    private string LastAnswer(AgreementTo to) =>
        facts.Consents.Where(c => c.AgreementTo == to && c.CanBeReliedOn && c.ValidFrom <= facts.At && (c.ValidTo is not { } end || facts.At < end)).MaxBy(c => c.ValidFrom) switch
        {
            null => Codes.Of(ConsentAnswer.NotSought),
            { WithdrawnAt: { } gone } when gone <= facts.At => "withdrawn",
            { Answer: var answer } => Codes.Of(answer),
        };

    private static IEnumerable<KeyValuePair<string, CedarValue>> Known(IEnumerable<(string Name, CedarValue? Value)> attributes) =>
        attributes.Where(a => a.Value is not null).Select(a => new KeyValuePair<string, CedarValue>(a.Name, a.Value!));

    private static CedarString Text(string text) => new(text);

    private static CedarBool Bool(bool value) => CedarBool.Of(value);

    private static CedarSet Set(IEnumerable<string> texts) => new(texts.Select(Text));
}
