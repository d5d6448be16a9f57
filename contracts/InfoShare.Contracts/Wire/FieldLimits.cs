using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace InfoShare.Contracts.Wire;

/// <summary>Checks the limits that the records state on their fields: <see cref="TextAttribute"/>, <see cref="WholeAttribute"/>,
/// <see cref="PercentAttribute"/>, <see cref="ItemsAttribute"/>.</summary>
public static class FieldLimits
{
    private const int MostProblems = 20;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Field>> Fields = new();
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>Everything that breaks a limit, the first 20.</summary>
    public static IReadOnlyList<FieldProblem> Check(object value, string path)
    {
        var problems = new List<FieldProblem>();
        Visit(value, path, problems);
        return problems.Count <= MostProblems ? problems : problems[..MostProblems];
    }

    private static void Visit(object value, string path, List<FieldProblem> problems)
    {
        foreach (var field in Fields.GetOrAdd(value.GetType(), FieldsOf))
        {
            if (problems.Count >= MostProblems)
                return;
            var name = JsonPlace.Join(path, field.Name);
            switch (field.Property.GetValue(value))
            {
                case null: break;
                case string text: CheckText(text, field.Text, name, problems); break;
                case int number: CheckWhole(number, field.Whole, name, problems); break;
                case decimal number: CheckPercent(number, field.Percent, name, problems); break;
                case IList items: CheckItems(items, field, name, problems); break;
                case { } nested when IsRecord(nested.GetType()): Visit(nested, name, problems); break;
            }
        }
    }

    private static void CheckText(string text, TextAttribute? limit, string name, List<FieldProblem> problems)
    {
        if (limit is null)
            return;
        if (text.Length > limit.Longest && Characters(text) > limit.Longest)
            problems.Add(new(name, $"must not be longer than {limit.Longest} characters"));
        else if (text.Length < limit.Shortest)
            problems.Add(new(name, "must not be empty"));
        else if (limit.Pattern is { } pattern && !Matches(text, pattern))
            problems.Add(new(name, $"must have the form {pattern}"));
    }

    private static void CheckWhole(int number, WholeAttribute? limit, string name, List<FieldProblem> problems)
    {
        if (limit is not null && (number < limit.Least || number > limit.Greatest))
            problems.Add(new(name, $"must be between {limit.Least} and {limit.Greatest}"));
    }

    private static void CheckPercent(decimal number, PercentAttribute? limit, string name, List<FieldProblem> problems)
    {
        if (limit is not null && number is < 0 or > 100)
            problems.Add(new(name, "must be between 0 and 100"));
    }

    private static void CheckItems(IList items, Field field, string name, List<FieldProblem> problems)
    {
        if (field.Items is { } limit && items.Count > limit.Most)
        {
            problems.Add(new(name, $"must not have more than {limit.Most} items"));
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            switch (items[i])
            {
                case null: problems.Add(new($"{name}[{i}]", "must not be null")); break;
                case string text when field.Items?.Pattern is { } pattern && !Matches(text, pattern):
                    problems.Add(new($"{name}[{i}]", $"must have the form {pattern}")); break;
                case string text: CheckText(text, field.Text, $"{name}[{i}]", problems); break;
                case { } item when IsRecord(item.GetType()): Visit(item, $"{name}[{i}]", problems); break;
            }
        }
    }

    /// <summary>As JSON Schema counts: one for each Unicode code point.</summary>
    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static bool Matches(string text, string pattern) =>
        Patterns.GetOrAdd(pattern, p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
            .IsMatch(text) && !text.EndsWith('\n');

    private static bool IsRecord(Type type) => type.Assembly == typeof(FieldLimits).Assembly && type.IsClass;

    private static IReadOnlyList<Field> FieldsOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is not null)
            .Select(p => new Field(p, JsonName(type, p), p.GetCustomAttribute<TextAttribute>(),
                p.GetCustomAttribute<WholeAttribute>(), p.GetCustomAttribute<PercentAttribute>(), p.GetCustomAttribute<ItemsAttribute>()))];

    private static string JsonName(Type type, PropertyInfo property) =>
        WireJson.Options.GetTypeInfo(type).Properties
            .FirstOrDefault(p => (p.AttributeProvider as MemberInfo)?.Name == property.Name)?.Name ?? property.Name;

    private sealed record Field(
        PropertyInfo Property, string Name, TextAttribute? Text, WholeAttribute? Whole, PercentAttribute? Percent, ItemsAttribute? Items);
}
