using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What the names in a schema mean.</summary>
/// <remarks>A name without a namespace means what its own namespace declares, or else what the empty one does; and a common type before an entity type.</remarks>
internal sealed class DeclaredNames
{
    private readonly HashSet<string> entityTypes;
    private readonly HashSet<string> commonTypes;
    private readonly HashSet<EntityUid> actions;

    public DeclaredNames(Declarations declarations)
    {
        actions = [.. declarations.Actions.Select(action => action.Uid)];
        entityTypes = [.. declarations.EntityTypes.Select(type => type.FullName)];
        commonTypes = [.. declarations.CommonTypes.Select(type => type.FullName), .. SchemaNames.BuiltIn.Keys.Select(name => SchemaNames.Qualify(SchemaNames.Cedar, name))];
        // A type of one's own in the empty namespace hides the built-in one, which can still be had as `__cedar::Long`.
        commonTypes.UnionWith(SchemaNames.BuiltIn.Keys.Where(name => !entityTypes.Contains(name)));
        entityTypes.UnionWith(actions.Select(action => action.Type));
    }

    /// <summary>The full name that is meant, and whether it is a common type; null where there is none.</summary>
    public (string Name, bool IsCommon)? Resolve(string name, NameKind kind, string? @namespace)
    {
        foreach (var candidate in Candidates(name, @namespace))
        {
            if (kind != NameKind.Entity && commonTypes.Contains(candidate))
                return (candidate, true);
            if (kind != NameKind.Common && entityTypes.Contains(candidate))
                return (candidate, false);
        }

        return null;
    }

    /// <summary>The action that is meant; null where there is none.</summary>
    public EntityUid? Resolve(ActionReference action, string? @namespace) =>
        Candidates(action.Type ?? SchemaNames.Action, @namespace).Select(type => new EntityUid(type, action.Id)).FirstOrDefault(actions.Contains);

    /// <summary>Says that a name means nothing.</summary>
    public static SyntaxError Unknown(string name, NameKind kind, string? @namespace, Place place)
    {
        var what = kind switch
        {
            NameKind.Common => "a common type",
            NameKind.Entity => "an entity type",
            _ => "a common type or an entity type",
        };
        return place.Error($"expected the name of {what}, found {Either(Candidates(name, @namespace))}, which is not declared");
    }

    /// <summary>Says that an action is not there.</summary>
    public static SyntaxError Unknown(ActionReference action, string? @namespace) =>
        action.Place.Error($"expected an action, found {Either(Candidates(action.Type ?? SchemaNames.Action, @namespace).Select(type => Quoted.Entity(new(type, action.Id))))}, which is not declared");

    private static string Either(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"`{name}`"));

    private static IEnumerable<string> Candidates(string name, string? @namespace) =>
        @namespace is null || SchemaNames.IsQualified(name) ? [name] : [SchemaNames.Qualify(@namespace, name), name];
}
