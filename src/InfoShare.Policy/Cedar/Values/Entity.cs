namespace InfoShare.Policy.Cedar.Values;

/// <summary>What is known of one entity.</summary>
/// <param name="Attributes">What <c>entity.attribute</c> and <c>has</c> ask.</param>
/// <param name="Parents">Those directly above it; those above them follow from the store.</param>
/// <param name="Tags">What <c>getTag</c> and <c>hasTag</c> ask.</param>
public sealed record Entity(EntityUid Uid, CedarRecord Attributes, IReadOnlyList<EntityUid> Parents, CedarRecord Tags)
{
    public Entity(EntityUid uid, params IReadOnlyList<EntityUid> parents) : this(uid, CedarRecord.Empty, parents, CedarRecord.Empty) { }
}
