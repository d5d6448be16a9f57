using InfoShare.Contracts.Codes;
using InfoShare.Policy.Cedar.Values;
using static InfoShare.Policy.Deciding.CedarFacts;

namespace InfoShare.Policy.Deciding;

/// <summary>A message as Cedar sees it, the same for whoever may receive it: <c>policies/infoshare.cedarschema</c>. Pure.</summary>
internal sealed class CedarMessage
{
    public static readonly EntityUid Uid = new("Message", "this");

    private static readonly EntityUid EveryOtherPartnership = new("Partnership", "default");
    private static readonly Dictionary<PartName, EntityUid> Parts = Enum.GetValues<PartName>().ToDictionary(part => part, part => new EntityUid("Part", Codes.Of(part)));
    private static readonly Entity[] AllParts = [.. Parts.Values.Select(part => new Entity(part, new([new("message", Uid)]), [], CedarRecord.Empty))];

    /// <param name="partnerships">Those of the set, with the numbers that policies ask for.</param>
    public CedarMessage(MessageFacts facts, IReadOnlyDictionary<EntityUid, Entity> partnerships)
    {
        Facts = facts;
        var partnership = facts.Area is { } area && partnerships.ContainsKey(new("Partnership", area)) ? new("Partnership", area) : EveryOtherPartnership;
        Entities = EntityStore.Of([
            .. AllParts,
            new Entity(Uid, Attributes(facts, partnership), [], CedarRecord.Empty),
            .. partnerships.TryGetValue(partnership, out var known) ? [known] : (Entity[])[],
        ]).Store!;
    }

    public MessageFacts Facts { get; }

    /// <summary>All but the recipient.</summary>
    public EntityStore Entities { get; }

    public static EntityUid UidOf(PartName part) => Parts[part];

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

    private static IEnumerable<KeyValuePair<string, CedarValue>> Known(IEnumerable<(string Name, CedarValue? Value)> attributes) =>
        attributes.Where(a => a.Value is not null).Select(a => new KeyValuePair<string, CedarValue>(a.Name, a.Value!));
}
