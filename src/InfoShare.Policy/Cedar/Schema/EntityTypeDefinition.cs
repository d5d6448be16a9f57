namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What a schema says of the entities of one type.</summary>
/// <param name="Name">With its namespaces.</param>
/// <param name="Attributes">What each of them has.</param>
/// <param name="Tags">The type of every tag; null where they have none.</param>
/// <param name="Choices">The only ids there are, of an enumerated type; otherwise null.</param>
public sealed record EntityTypeDefinition(
    string Name, CedarType.RecordType Attributes, CedarType? Tags, IReadOnlyList<string>? Choices)
{
    /// <summary>Whether there may be an entity of that id.</summary>
    public bool Allows(string id) => Choices is null || Choices.Contains(id);
}
