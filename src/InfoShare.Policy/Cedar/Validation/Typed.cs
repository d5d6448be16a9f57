using InfoShare.Policy.Cedar.Schema;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What is known of an expression.</summary>
/// <param name="Type">Null where it has none: what is wrong with it has been said.</param>
/// <param name="Gained">What is there whenever the expression is true.</param>
internal readonly record struct Typed(CedarType? Type, Capabilities Gained)
{
    /// <summary>Wrong, and told.</summary>
    public static readonly Typed Wrong = Of(null);

    public static Typed Of(CedarType? type) => new(type, Capabilities.None);

    public static Typed Of(bool known) => Of(known ? CedarType.True : CedarType.False);

    /// <summary>What is made of it: wrong where it is.</summary>
    public Typed Giving(CedarType type) => Type is null ? Wrong : Of(type);

    /// <summary>The value, where it is a boolean that is the same in every request of the kind.</summary>
    public bool? Known => (Type as CedarType.BooleanType)?.Known;
}
