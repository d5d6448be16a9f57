using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>What a policy's scope asks of the principal, the action or the resource.</summary>
/// <remarks>Where an entity may be null, null is the slot: <c>?principal</c> of the principal, <c>?resource</c> of the resource.</remarks>
public abstract record ScopeConstraint
{
    private ScopeConstraint(SourceSpan span) => Span = span;

    public SourceSpan Span { get; init; }

    /// <summary>Whether a link must fill it.</summary>
    public bool HasSlot => this is Equal { Entity: null } or In { Entity: null } or IsIn { Entity: null };

    /// <summary><c>principal</c>: everything.</summary>
    public sealed record Any(SourceSpan Span) : ScopeConstraint(Span);

    /// <summary><c>principal == User::"a"</c></summary>
    public sealed record Equal(EntityUid? Entity, SourceSpan Span) : ScopeConstraint(Span);

    /// <summary><c>principal in Group::"a"</c>: the entity or what is below it.</summary>
    public sealed record In(EntityUid? Entity, SourceSpan Span) : ScopeConstraint(Span);

    /// <summary><c>action in [Action::"a", Action::"b"]</c>: one of them or what is below. Of actions only.</summary>
    public sealed record InAny(IReadOnlyList<EntityUid> Entities, SourceSpan Span) : ScopeConstraint(Span);

    /// <summary><c>principal is User</c>. Not of actions.</summary>
    public sealed record Is(string EntityType, SourceSpan Span) : ScopeConstraint(Span);

    /// <summary><c>principal is User in Group::"a"</c>. Not of actions.</summary>
    public sealed record IsIn(string EntityType, EntityUid? Entity, SourceSpan Span) : ScopeConstraint(Span);
}
