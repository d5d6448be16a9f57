using System.Collections;
using System.Collections.Concurrent;

namespace InfoShare.Contracts.Wire;

/// <summary>
/// Checks the limits that the records state on their fields: <see cref="TextAttribute"/>, <see cref="WholeAttribute"/>,
/// <see cref="PercentAttribute"/>, <see cref="ItemsAttribute"/>.
/// </summary>
public static class FieldLimits
{
    private const int MostProblems = 20;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<LimitedField>> Fields = new();

    /// <summary>Everything that breaks a limit, the first 20.</summary>
    public static IReadOnlyList<FieldProblem> Check(object value, string path)
    {
        var problems = new List<FieldProblem>();
        Visit(value, path, problems);
        return problems.Count <= MostProblems ? problems : problems[..MostProblems];
    }

    private static void Visit(object value, string path, List<FieldProblem> problems)
    {
        foreach (var field in Fields.GetOrAdd(value.GetType(), LimitedField.AllOf))
        {
            if (problems.Count >= MostProblems)
                return;
            var held = field.Property.GetValue(value);
            if (Problem(held, field) is { } problem)
                problems.Add(new(JsonPlace.Join(path, field.Name), problem));
            else if (held is IList items)
                VisitItems(items, field, JsonPlace.Join(path, field.Name), problems);
            else if (held is not null && LimitedField.IsRecord(held.GetType()))
                Visit(held, JsonPlace.Join(path, field.Name), problems);
        }
    }

    private static void VisitItems(IList items, LimitedField field, string path, List<FieldProblem> problems)
    {
        for (var i = 0; i < items.Count && problems.Count < MostProblems; i++)
        {
            if ((items[i] is null ? "must not be null" : Problem(items[i], field)) is { } problem)
                problems.Add(new($"{path}[{i}]", problem));
            else if (LimitedField.IsRecord(items[i]!.GetType()))
                Visit(items[i]!, $"{path}[{i}]", problems);
        }
    }

    /// <summary>What is wrong with a value itself; what it holds is looked at one by one.</summary>
    private static string? Problem(object? held, LimitedField field) => held switch
    {
        string text => TextProblem(text, field),
        int number when field.Whole is { } limit && (number < limit.Least || number > limit.Greatest) =>
            $"must be between {limit.Least} and {limit.Greatest}",
        decimal number when field.IsPercent && number is < 0 or > 100 => "must be between 0 and 100",
        IList items when field.Items is { } limit && items.Count > limit.Most => $"must not have more than {limit.Most} items",
        _ => null,
    };

    private static string? TextProblem(string text, LimitedField field) => field switch
    {
        { Text: { } limit } when text.Length > limit.Longest && Characters(text) > limit.Longest =>
            $"must not be longer than {limit.Longest} characters",
        { Text: { } limit } when text.Length < limit.Shortest => "must not be empty",
        { Form: { } form } when !form.IsMatch(text) || text.EndsWith('\n') => $"must have the form {form}",
        _ => null,
    };

    /// <summary>As JSON Schema counts: one for each Unicode code point.</summary>
    private static int Characters(string text) => text.EnumerateRunes().Count();
}
