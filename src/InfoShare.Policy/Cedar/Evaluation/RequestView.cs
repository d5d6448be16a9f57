using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A request and the entities that it is decided with.</summary>
internal sealed class RequestView(Request request, EntityStore entities)
{
    public Request Request => request;

    // What most policies ask of is looked up once.

    /// <summary>What is known of the principal; null where nothing is.</summary>
    public KnownEntity? Principal { get; } = entities.Find(request.Principal);

    /// <summary>What is known of the action; null where nothing is.</summary>
    public KnownEntity? Action { get; } = entities.Find(request.Action);

    /// <summary>What is known of the resource; null where nothing is.</summary>
    public KnownEntity? Resource { get; } = entities.Find(request.Resource);

    /// <summary>The entity that a variable stands for; not of the context.</summary>
    public EntityUid this[Variable variable] => variable switch
    {
        Variable.Principal => request.Principal,
        Variable.Action => request.Action,
        Variable.Resource => request.Resource,
        _ => throw new ArgumentOutOfRangeException(nameof(variable)),
    };

    /// <summary>What is known of an entity; null where nothing is.</summary>
    public KnownEntity? Find(EntityUid uid) =>
        ReferenceEquals(uid, request.Principal) ? Principal
        : ReferenceEquals(uid, request.Resource) ? Resource
        : ReferenceEquals(uid, request.Action) ? Action
        : entities.Find(uid);

    /// <summary>Whether the entity is the other or below it.</summary>
    public bool IsIn(EntityUid uid, EntityUid other) => uid.Equals(other) || (Find(uid) is { } known && known.Ancestors.Contains(other));
}
