using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What a schema says of one action.</summary>
/// <param name="Parents">The actions directly above it.</param>
/// <param name="Principals">The entity types that may do it; none where it only groups others.</param>
/// <param name="Resources">The entity types it may be done to.</param>
/// <param name="Context">What a request for it tells besides.</param>
public sealed record ActionDefinition(
    EntityUid Uid, IReadOnlyList<EntityUid> Parents, IReadOnlyList<string> Principals, IReadOnlyList<string> Resources, CedarType.RecordType Context);
