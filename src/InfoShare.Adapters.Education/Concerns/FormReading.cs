using InfoShare.Adapters.Education.Pupils;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>Reads fields and gathers what is wrong with them.</summary>
internal sealed class FormReading(SubmittedForm form)
{
    private const string Missing = "is required";

    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>A text within a length in characters; null when there is none.</summary>
    public string? Text(string name, int longest)
    {
        var text = form.Text(name);
        return text is null || text.EnumerateRunes().Count() <= longest ? text : Nothing<string>(name, $"must not be longer than {longest} characters");
    }

    /// <summary>One of a list; null when nothing was chosen.</summary>
    public string? Choice(string name, IReadOnlyCollection<string> list) =>
        form.Text(name) is not { } text ? null : list.Contains(text) ? text : Nothing<string>(name, "must be one of the list");

    /// <summary>A text that must be there.</summary>
    public string? RequiredText(string name, int longest) => Has(name) ? Text(name, longest) : Nothing<string>(name, Missing);

    /// <summary>One of a list that must be chosen.</summary>
    public string? RequiredChoice(string name, IReadOnlyCollection<string> list) => Has(name) ? Choice(name, list) : Nothing<string>(name, Missing);

    /// <summary>Those of a list that were chosen.</summary>
    public IReadOnlyList<string> Choices(string name, IReadOnlyCollection<string> list)
    {
        var chosen = form.All(name).Distinct(StringComparer.Ordinal).ToList();
        return chosen.TrueForAll(list.Contains) ? chosen : Nothing<IReadOnlyList<string>>(name, "must be of the list") ?? [];
    }

    /// <summary>A day that has come; null when there is none.</summary>
    public DateOnly? PastDay(string name, DateOnly asOf) => form.Text(name) switch
    {
        null => null,
        var text when WrittenDay.Read(text) is { } day => day <= asOf ? day : Nothing<DateOnly?>(name, "must not be in the future"),
        _ => Nothing<DateOnly?>(name, WrittenDay.Form),
    };

    /// <summary>Whether a field has a text, a box a tick.</summary>
    public bool Has(string name) => form.Has(name);

    /// <summary>Says what is wrong with a field.</summary>
    public void Refuse(string name, string problem) => problems.Add(new(name, problem));

    private T? Nothing<T>(string name, string problem)
    {
        Refuse(name, problem);
        return default;
    }
}
