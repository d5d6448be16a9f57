using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>The few names that all cases share, so that what policies ask of is often there.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyList<string> EntityTypes = ["User", "Group", "Org::Team", "Action"];

    /// <summary>Those before may be below those after, never the other way round.</summary>
    public static readonly IReadOnlyList<EntityUid> Entities =
    [
        new("Action", "read"), new("Action", "write"), new("Action", "all"),
        new("User", "a"), new("User", "b"), new("User", "é \"\\\n*"), new("Group", ""), new("Group", "a"),
        new("Org::Team", "a"), new("Org::Team", "b"), new("Org::Team", "😀"),
    ];

    /// <summary>What entities, the context and records may have, with the types that they should have; two need quotes.</summary>
    public static readonly IReadOnlyDictionary<string, Kind> Attributes = new Dictionary<string, Kind>
    {
        ["flag"] = Kind.Bool,
        ["if"] = Kind.Bool,
        ["count"] = Kind.Long,
        ["name"] = Kind.String,
        ["two words"] = Kind.String,
        ["owner"] = Kind.Entity,
        ["score"] = Kind.Decimal,
        ["address"] = Kind.IpAddress,
        ["since"] = Kind.DateTime,
        ["lasts"] = Kind.Duration,
        ["numbers"] = Kind.Longs,
        ["words"] = Kind.Strings,
        ["groups"] = Kind.Entities,
        ["more"] = Kind.Record,
    };

    public static readonly IReadOnlyList<string> Texts = ["", "x", "y", "a", "ab", "school-a", "a*b", "é", "😀", "\"\\\n\t\0\u0007"];

    /// <summary>The tags that entities may have; all are integers.</summary>
    public static readonly IReadOnlyList<string> Tags = ["x", "y", "two words"];
}
