using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>What holds of a scope in either notation.</summary>
internal static class ScopeChecks
{
    /// <summary>Whether entities of the type are actions: its last name is <c>Action</c>.</summary>
    public static bool IsActionType(string type) => type == "Action" || type.EndsWith("::Action", StringComparison.Ordinal);

    /// <summary>The first entity of an action's constraint that is no action.</summary>
    public static EntityUid? NoAction(ScopeConstraint action) => Entities(action).FirstOrDefault(entity => !entity.IsAction);

    private static IReadOnlyList<EntityUid> Entities(ScopeConstraint action) => action switch
    {
        ScopeConstraint.Equal { Entity: { } entity } => [entity],
        ScopeConstraint.In { Entity: { } entity } => [entity],
        ScopeConstraint.InAny several => several.Entities,
        _ => [],
    };
}
