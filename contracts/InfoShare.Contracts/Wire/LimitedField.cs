using System.Reflection;
using System.Text.RegularExpressions;

namespace InfoShare.Contracts.Wire;

/// <summary>One field of a record, its name on the wire, and the limits stated on it.</summary>
internal sealed record LimitedField(
    PropertyInfo Property, string Name, TextAttribute? Text, Regex? Form, WholeAttribute? Whole, bool IsPercent, ItemsAttribute? Items)
{
    /// <summary>Whether this is a record of the contracts, with fields of its own to look at.</summary>
    public static bool IsRecord(Type type) => type.Assembly == typeof(LimitedField).Assembly && type.IsClass;

    /// <summary>The fields that something can be wrong with.</summary>
    public static IReadOnlyList<LimitedField> AllOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is not null)
            .Select(p => Of(type, p))
            .Where(field => field.HasLimit || field.HoldsMore)];

    private bool HasLimit => Text is not null || Whole is not null || IsPercent || Items is not null;

    private bool HoldsMore => !Property.PropertyType.IsValueType && Property.PropertyType != typeof(string);

    private static LimitedField Of(Type type, PropertyInfo property)
    {
        var text = property.GetCustomAttribute<TextAttribute>();
        var items = property.GetCustomAttribute<ItemsAttribute>();
        return new(property, JsonName(type, property), text, FormOf(items?.Pattern ?? text?.Pattern),
            property.GetCustomAttribute<WholeAttribute>(), property.GetCustomAttribute<PercentAttribute>() is not null, items);
    }

    private static Regex? FormOf(string? pattern) => pattern is null
        ? null
        : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static string JsonName(Type type, PropertyInfo property) =>
        WireJson.Options.GetTypeInfo(type).Properties
            .FirstOrDefault(p => (p.AttributeProvider as MemberInfo)?.Name == property.Name)?.Name ?? property.Name;
}
