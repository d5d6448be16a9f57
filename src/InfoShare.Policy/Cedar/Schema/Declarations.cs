using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What a schema declares, in either form, its names not yet looked up.</summary>
internal sealed record Declarations(
    IReadOnlyList<CommonTypeDeclaration> CommonTypes,
    IReadOnlyList<EntityTypeDeclaration> EntityTypes,
    IReadOnlyList<ActionDeclaration> Actions);

/// <summary><c>type Name = …;</c></summary>
/// <param name="Namespace">Null of the empty one.</param>
internal sealed record CommonTypeDeclaration(string? Namespace, string Name, TypeExpression Type, Place Place)
{
    public string FullName => SchemaNames.Qualify(Namespace, Name);
}

/// <summary><c>entity Name in [Parent] { … } tags …;</c> or <c>entity Name enum ["a"];</c></summary>
internal sealed record EntityTypeDeclaration(string? Namespace, string Name, EntityTypeBody Body, Place Place)
{
    public string FullName => SchemaNames.Qualify(Namespace, Name);
}

/// <summary>What an entity type declares of its entities.</summary>
/// <param name="Tags">Null where they have none.</param>
/// <param name="Choices">The only ids there are; null where any id may be.</param>
internal sealed record EntityTypeBody(IReadOnlyList<NameReference> Parents, TypeExpression Shape, TypeExpression? Tags, IReadOnlyList<string>? Choices)
{
    /// <summary>Entities that are nothing but their ids.</summary>
    public static EntityTypeBody Enumerated(IReadOnlyList<string> choices, Place place) => new([], new TypeExpression.Record([], place), null, choices);
}

/// <summary><c>action "id" in [Parent] appliesTo { principal: […], resource: […], context: … };</c></summary>
internal sealed record ActionDeclaration(
    string? Namespace, string Id, IReadOnlyList<ActionReference> Parents, AppliesTo AppliesTo, Place Place)
{
    public EntityUid Uid { get; } = new(SchemaNames.Qualify(Namespace, SchemaNames.Action), Id);
}

/// <summary>The requests that an action may be in.</summary>
internal sealed record AppliesTo(IReadOnlyList<NameReference> Principals, IReadOnlyList<NameReference> Resources, TypeExpression Context)
{
    /// <summary>No request.</summary>
    public static AppliesTo Nothing(Place place) => new([], [], new TypeExpression.Record([], place));
}

/// <summary>An entity type or common type named somewhere.</summary>
/// <param name="Name">As written: without a namespace it may mean that of where it stands, or the empty one.</param>
internal sealed record NameReference(string Name, Place Place);

/// <summary>An action named somewhere.</summary>
/// <param name="Type">Null is <c>Action</c>.</param>
internal sealed record ActionReference(string? Type, string Id, Place Place);
