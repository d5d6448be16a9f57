using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A request and the entities that it is decided with.</summary>
internal sealed class RequestView(Request request, EntityStore entities)
{
    // What most conditions ask of is looked up once.
    private readonly KnownEntity? principal = entities.Find(request.Principal);
    private readonly KnownEntity? action = entities.Find(request.Action);
    private readonly KnownEntity? resource = entities.Find(request.Resource);

    public Request Request => request;

    /// <summary>What is known of an entity; null where nothing is.</summary>
    public KnownEntity? Find(EntityUid uid) =>
        ReferenceEquals(uid, request.Principal) ? principal
        : ReferenceEquals(uid, request.Resource) ? resource
        : ReferenceEquals(uid, request.Action) ? action
        : entities.Find(uid);

    /// <summary>Whether the entity is the other or below it.</summary>
    public bool IsIn(EntityUid uid, EntityUid other) => uid.Equals(other) || Find(uid) is { } known && known.Ancestors.Contains(other);
}
