using System.Collections.Concurrent;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Which entities, actions and requests there are: well-formed, all names looked up.</summary>
/// <remarks>Cedar documentation, "Cedar schema". Read by <see cref="SchemaText"/> or <see cref="SchemaJson"/>.</remarks>
public sealed class CedarSchema
{
    private readonly Hierarchy<string> types;
    private readonly Hierarchy<EntityUid> actions;
    private readonly HashSet<string> actionTypes;
    private readonly ConcurrentDictionary<string, HashSet<string>> actionTypesBelow = [];

    internal CedarSchema(
        IReadOnlyDictionary<string, EntityTypeDefinition> entityTypes, Hierarchy<string> types,
        IReadOnlyDictionary<EntityUid, ActionDefinition> actions, Hierarchy<EntityUid> actionHierarchy)
    {
        (EntityTypes, this.types, Actions, this.actions) = (entityTypes, types, actions, actionHierarchy);
        actionTypes = [.. actions.Keys.Select(action => action.Type)];
    }

    /// <summary>By full name. The types of actions are not among them.</summary>
    public IReadOnlyDictionary<string, EntityTypeDefinition> EntityTypes { get; }

    public IReadOnlyDictionary<EntityUid, ActionDefinition> Actions { get; }

    /// <summary>The entities that the actions are: they have parents and nothing else.</summary>
    public IEnumerable<Entity> ActionEntities => Actions.Values.Select(action => new Entity(action.Uid, action.Parents));

    /// <summary>Whether an entity of that name may be: its type is declared, and its id is where the type names its ids, or it is a declared action.</summary>
    public bool Allows(EntityUid uid) =>
        EntityTypes.TryGetValue(uid.Type, out var type) ? type.Allows(uid.Id) : Actions.ContainsKey(uid);

    /// <summary>Whether an entity type, of actions or others, is declared.</summary>
    public bool IsDeclared(string entityType) => EntityTypes.ContainsKey(entityType) || actionTypes.Contains(entityType);

    /// <summary>Whether an entity of the one type may be one of the other or below one.</summary>
    public bool MayBeIn(string entityType, string ancestorType) =>
        entityType == ancestorType || MayBeBelow(entityType, ancestorType);

    /// <summary>Whether an entity of the one type may be below one of the other.</summary>
    public bool MayBeBelow(string entityType, string ancestorType) =>
        types.IsBelow(entityType, ancestorType)
        || (actionTypes.Contains(ancestorType) && actionTypesBelow.GetOrAdd(ancestorType, ActionTypesBelow).Contains(entityType));

    /// <summary>Whether the one action is the other or below it.</summary>
    public bool IsIn(EntityUid action, EntityUid ancestor) => actions.IsIn(action, ancestor);

    /// <summary>The actions above an action.</summary>
    public IReadOnlySet<EntityUid> Ancestors(EntityUid action) => actions.Above(action);

    private HashSet<string> ActionTypesBelow(string ancestorType) =>
        [.. actions.Below(Actions.Keys.Where(action => action.Type == ancestorType)).Select(action => action.Type)];
}
