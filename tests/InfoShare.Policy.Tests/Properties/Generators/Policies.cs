using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Policies and templates.</summary>
internal static class Policies
{
    /// <summary>At most six.</summary>
    public static readonly Gen<IReadOnlyList<CedarPolicy>> Sets = Gen.Choose(0, 6).SelectMany(OfMany);

    /// <summary>One policy without slots.</summary>
    public static Gen<CedarPolicy> One => Gen.Frequency((3, Of(Exprs.Typed, slots: false)), (1, Of(Exprs.Wild, slots: false)));

    /// <summary>One policy that may have slots.</summary>
    public static Gen<CedarPolicy> Template => Of(Exprs.Typed, slots: true);

    /// <summary>So many policies without slots.</summary>
    public static Gen<IReadOnlyList<CedarPolicy>> OfMany(int count) =>
        One.ArrayOf(count).Select(policies => (IReadOnlyList<CedarPolicy>)[.. policies.Select((policy, i) => policy with { Id = $"policy{i}" })]);

    private static Gen<CedarPolicy> Of(Exprs exprs, bool slots) =>
        from effect in Gen.Elements(Effect.Permit, Effect.Permit, Effect.Forbid)
        from annotations in Gen.SubListOf(new Annotation("id", "a \"quoted\" id"), new Annotation("basis", ""), new Annotation("if", "é\n"))
        from principal in Gen.Frequency((2, Any), (1, Entity(slots)))
        from action in Gen.Frequency((2, Any), (1, Action))
        from resource in Gen.Frequency((2, Any), (1, Entity(slots)))
        from conditions in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2))).SelectMany(count => ConditionOf(exprs).ArrayOf(count))
        select new CedarPolicy("policy0", effect, [.. annotations], principal, action, resource, conditions, default);

    private static Gen<Condition> ConditionOf(Exprs exprs) =>
        from kind in Gen.Elements(ConditionKind.When, ConditionKind.When, ConditionKind.Unless)
        from body in Gen.Frequency((9, exprs.Of(Kind.Bool)), (1, exprs.Any))
        select new Condition(kind, body, default);

    private static Gen<ScopeConstraint> Any => Gen.Constant<ScopeConstraint>(new ScopeConstraint.Any(default));

    private static Gen<ScopeConstraint> Entity(bool slots) =>
        from uid in slots ? Gen.OneOf(CedarValues.Uids.Select(uid => (EntityUid?)uid), Gen.Constant<EntityUid?>(null)) : CedarValues.Uids.Select(uid => (EntityUid?)uid)
        from type in Gen.Elements<string>(Vocabulary.EntityTypes)
        from constraint in Gen.Elements<ScopeConstraint>(
            new ScopeConstraint.Equal(uid, default), new ScopeConstraint.In(uid, default), new ScopeConstraint.Is(type, default), new ScopeConstraint.IsIn(type, uid, default))
        select constraint;

    private static Gen<ScopeConstraint> Action =>
        from some in Gen.SubListOf(Vocabulary.Entities.Where(uid => uid.Type == "Action"))
        from one in Gen.Elements(Vocabulary.Entities.Where(uid => uid.Type == "Action"))
        from constraint in Gen.Elements<ScopeConstraint>(new ScopeConstraint.Equal(one, default), new ScopeConstraint.In(one, default), new ScopeConstraint.InAny([.. some], default))
        select constraint;
}
