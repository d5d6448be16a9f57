using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Policies with entities and a request.</summary>
internal static class Cases
{
    /// <summary>Cases that make themselves smaller when a property fails.</summary>
    public static readonly Arbitrary<Case> All = Arb.From(
        from policies in Policies.Sets
        from entities in Entities
        from request in Requests
        select new Case(policies, entities, request),
        Smaller.Cases);

    /// <summary>Most of the vocabulary's entities, none above itself.</summary>
    public static Gen<IReadOnlyList<Entity>> Entities =>
        from unknown in CedarValues.Small(Gen.Choose(0, Vocabulary.Entities.Count - 1))
        from entities in Gen.CollectToArray(Enumerable.Range(0, Vocabulary.Entities.Count).Except(unknown), EntityAt)
        select (IReadOnlyList<Entity>)entities;

    public static Gen<Request> Requests =>
        from principal in CedarValues.Uids
        from action in Gen.Elements(Vocabulary.Entities.Where(uid => uid.Type == "Action"))
        from resource in CedarValues.Uids
        from context in CedarValues.Attributes
        select new Request(principal, action, resource, context);

    /// <summary>What may be a parent; of actions only actions, as Cedar demands. One that nobody knows is among them.</summary>
    private static IEnumerable<EntityUid> Above(EntityUid uid, int place) => uid.Type == "Action"
        ? Vocabulary.Entities.Skip(place + 1).Where(above => above.Type == "Action").Append(new("Action", "unknown"))
        : Vocabulary.Entities.Skip(place + 1).Append(new("Org::Team", "unknown"));

    private static Gen<Entity> EntityAt(int place) =>
        from attributes in CedarValues.Attributes
        from parents in CedarValues.Small(Gen.Elements(Above(Vocabulary.Entities[place], place)))
        from tags in Gen.SubListOf<string>(Vocabulary.Tags)
        from values in CedarValues.Of(Kind.Long).ArrayOf(tags.Count)
        select new Entity(Vocabulary.Entities[place], attributes, [.. parents.Distinct()], new CedarRecord(tags.Zip(values, KeyValuePair.Create)));
}
