using System.Collections.Immutable;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What is known to be there wherever an expression is evaluated, because a condition before it said so.</summary>
/// <remarks>Cedar documentation, "Cedar schema", of optional attributes; "Cedar: A New Language for Expressive, Fast, Safe, and Analyzable Authorization", 4.1.</remarks>
internal readonly record struct Capabilities(ImmutableHashSet<Capability> All)
{
    public static readonly Capabilities None = new(ImmutableHashSet<Capability>.Empty);

    public static Capabilities Of(Capability only) => new(ImmutableHashSet.Create(only));

    public bool Contains(Capability capability) => All.Contains(capability);

    /// <summary>Of both.</summary>
    public Capabilities Or(Capabilities other) => All.Count < other.All.Count ? other.Or(this) : new(All.Union(other.All));

    /// <summary>Of either alone already.</summary>
    public Capabilities And(Capabilities other) => new(All.Intersect(other.All));
}

/// <summary>That one attribute, or one tag, of an expression is there.</summary>
/// <param name="Target">The expression, as <see cref="ExprShapes"/> numbers it.</param>
/// <param name="Attribute">Null of a tag.</param>
/// <param name="Tag">The expression that names the tag, likewise; 0 of an attribute.</param>
internal readonly record struct Capability(int Target, string? Attribute, int Tag = 0);
