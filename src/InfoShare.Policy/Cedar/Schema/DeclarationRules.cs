using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What may be declared under which name.</summary>
internal static class DeclarationRules
{
    private const int MostTold = 8;

    public static IEnumerable<SyntaxError> Broken(Declarations declarations) =>
    [
        .. declarations.CommonTypes.SelectMany(type => BrokenNames(type.Namespace, type.Name, type.Place)),
        .. declarations.EntityTypes.SelectMany(type => BrokenNames(type.Namespace, type.Name, type.Place)),
        .. declarations.CommonTypes.Where(type => SchemaNames.IsNeverCommonType(type.Name))
            .Select(type => type.Place.Error($"a common type cannot be called `{type.Name}`: the name is reserved")),
        .. declarations.EntityTypes.Where(type => type.Name == SchemaNames.Action)
            .Select(type => type.Place.Error("an entity type cannot be called `Action`: it is the type of actions")),
        .. Twice(declarations.CommonTypes.Select(type => (type.FullName, type.Place)), "the common type"),
        .. Twice(declarations.EntityTypes.Select(type => (type.FullName, type.Place)), "the entity type"),
        .. Twice(declarations.Actions.Select(action => (Quoted.Entity(action.Uid), action.Place)), "the action"),
        .. ShadowedTypes(declarations),
        .. ShadowedActions(declarations.Actions),
    ];

    /// <summary>What leads from the first back to itself, its beginning where it is long.</summary>
    public static string Circle(IReadOnlyList<string> names) => string.Join(" → ", names.Take(MostTold).Append(names[0]).Select(name => $"`{name}`"));

    private static IEnumerable<SyntaxError> BrokenNames(string? @namespace, string name, Place place)
    {
        if (SchemaNames.IsCedars(SchemaNames.Qualify(@namespace, name)))
            yield return place.Error($"nothing can be declared as `{SchemaNames.Qualify(@namespace, name)}`: `__cedar` is reserved");
    }

    private static IEnumerable<SyntaxError> Twice(IEnumerable<(string Name, Place Place)> declared, string what) =>
        declared.GroupBy(d => d.Name).SelectMany(same => same.Skip(1)).Select(d => d.Place.Error($"{what} `{d.Name}` is declared twice"));

    /// <summary>A namespace may not hide what the empty one declares: readers would take the one for the other.</summary>
    private static IEnumerable<SyntaxError> ShadowedTypes(Declarations declarations)
    {
        (string? Namespace, string Name, Place Place)[] types =
        [
            .. declarations.CommonTypes.Select(type => (type.Namespace, type.Name, type.Place)),
            .. declarations.EntityTypes.Select(type => (type.Namespace, type.Name, type.Place)),
        ];
        var global = types.Where(type => type.Namespace is null).Select(type => type.Name).ToHashSet();
        return types.Where(type => type.Namespace is not null && global.Contains(type.Name))
            .Select(type => type.Place.Error($"`{type.Namespace}::{type.Name}` hides `{type.Name}` of the empty namespace"));
    }

    private static IEnumerable<SyntaxError> ShadowedActions(IReadOnlyList<ActionDeclaration> actions)
    {
        var global = actions.Where(action => action.Namespace is null).Select(action => action.Id).ToHashSet();
        return actions.Where(action => action.Namespace is not null && global.Contains(action.Id))
            .Select(action => action.Place.Error($"`{Quoted.Entity(action.Uid)}` hides the action of that name of the empty namespace"));
    }
}
