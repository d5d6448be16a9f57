using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>An entity's name: <c>Agency::School::"a"</c>.</summary>
public sealed record EntityUid : CedarValue
{
    private readonly int hash;

    /// <param name="type">With its namespaces: <c>Agency::School</c>.</param>
    /// <param name="id">Any text.</param>
    public EntityUid(string type, string id)
    {
        Type = type;
        Id = id;
        // Names are looked up far more often than they are made.
        hash = HashCode.Combine(type, id);
    }

    public string Type { get; }

    public string Id { get; }

    /// <summary>Whether it is an action: the last name of its type is <c>Action</c>.</summary>
    public bool IsAction => ScopeChecks.IsActionType(Type);

    public override string TypeName => $"(entity of type `{Type}`)";

    public bool Equals(EntityUid? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Id == other.Id && Type == other.Type);

    public override int GetHashCode() => hash;

    /// <summary>As policies write it.</summary>
    public override string ToString() => Quoted.Entity(this);
}
