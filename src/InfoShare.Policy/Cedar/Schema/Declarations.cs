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
/// <param name="Tags">Null where it has none.</param>
/// <param name="Choices">The only ids there are; null where any id may be.</param>
internal sealed record EntityTypeDeclaration(
    string? Namespace, string Name, IReadOnlyList<NameReference> Parents, TypeExpression Shape, TypeExpression? Tags, IReadOnlyList<string>? Choices, Place Place)
{
    public string FullName => SchemaNames.Qualify(Namespace, Name);
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
