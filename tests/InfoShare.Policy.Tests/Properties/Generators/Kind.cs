namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>The types of Cedar that cases are made of.</summary>
internal enum Kind
{
    /// <summary>true or false</summary>
    Bool,

    /// <summary>an integer</summary>
    Long,

    /// <summary>text</summary>
    String,

    /// <summary>an entity</summary>
    Entity,

    /// <summary>a decimal</summary>
    Decimal,

    /// <summary>an address or a range</summary>
    IpAddress,

    /// <summary>an instant</summary>
    DateTime,

    /// <summary>a length of time</summary>
    Duration,

    /// <summary>a set of integers</summary>
    Longs,

    /// <summary>a set of texts</summary>
    Strings,

    /// <summary>a set of entities</summary>
    Entities,

    /// <summary>a record</summary>
    Record,
}
