using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>How names in a schema are made up, and which are taken.</summary>
/// <remarks>Cedar documentation, "Cedar schema": names, namespaces and reserved words.</remarks>
internal static class SchemaNames
{
    /// <summary>The last part of the type of every action.</summary>
    public const string Action = "Action";

    /// <summary>The namespace of Cedar itself.</summary>
    public const string Cedar = "__cedar";

    private static readonly FrozenSet<string> NeverCommonTypes =
        FrozenSet.Create("Bool", "Boolean", "Entity", "Extension", "Long", "Record", "Set", "String");

    /// <summary>The types that every schema has, by their names in the namespace of Cedar.</summary>
    public static readonly FrozenDictionary<string, CedarType> BuiltIn = new Dictionary<string, CedarType>
    {
        ["Bool"] = CedarType.Boolean,
        ["Long"] = CedarType.Long,
        ["String"] = CedarType.String,
        ["decimal"] = new CedarType.ExtensionType(ValueKind.Decimal),
        ["ipaddr"] = new CedarType.ExtensionType(ValueKind.IpAddress),
        ["datetime"] = new CedarType.ExtensionType(ValueKind.DateTime),
        ["duration"] = new CedarType.ExtensionType(ValueKind.Duration),
    }.ToFrozenDictionary();

    public static string Qualify(string? @namespace, string name) => @namespace is null ? name : $"{@namespace}::{name}";

    public static bool IsQualified(string name) => name.Contains("::", StringComparison.Ordinal);

    /// <summary>Whether the name is in the namespace of Cedar itself, where nothing can be declared.</summary>
    public static bool IsCedars(string name) => name.Split("::").Contains(Cedar);

    /// <summary>Whether a common type may not have this name, because the JSON form would take it for something else.</summary>
    public static bool IsNeverCommonType(string name) => NeverCommonTypes.Contains(name);

    /// <summary>Whether it is one part of a name; Cedar's own namespace can be named, though nothing can be declared in it.</summary>
    public static bool IsIdentifier(string text) => text == Cedar || Names.IsIdentifier(text);

    /// <summary>Whether it is a name, with or without namespaces.</summary>
    public static bool IsName(string text) => text.Split("::").All(IsIdentifier);
}
