using System.Xml.Linq;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// The fields of one element. What cannot be used is dropped and marked; the record goes on without it. Marks are named
/// from the child down, so that a child's place in the file, which changes from export to export, is not part of a message.
/// </summary>
/// <param name="element">The element; null reads as an empty one.</param>
/// <param name="path">Its name in marks.</param>
/// <param name="asOf">Today.</param>
/// <param name="marks">Where marks go.</param>
internal sealed class CinFields(XElement? element, string path, DateOnly asOf, List<Mark> marks)
{
    /// <summary>The text of a field; null when there is none.</summary>
    public string? Text(string name)
    {
        var values = Elements(element, name).Select(e => e.Value.Trim()).Where(value => value.Length > 0).ToList();
        if (values.Distinct(StringComparer.Ordinal).Skip(1).Any())
            Mark(name, "must not be given twice; the first was used");
        return values.FirstOrDefault();
    }

    /// <summary>A code of a list; null when there is none, or not of the list.</summary>
    public string? Code(string name, IReadOnlySet<string> list, string required) => Listed(name, Text(name), list, required);

    /// <summary>The codes that are of the list, each once.</summary>
    public IReadOnlyList<string> Codes(string name, IReadOnlySet<string> list, string required) =>
        [.. Elements(element, name)
            .Select((e, i) => Listed($"{name}[{i + 1}]", e.Value.Trim() is { Length: > 0 } text ? text : null, list, required))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];

    /// <summary>A day; null when there is none, or none that exists.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var day = CinDay.Read(text);
        if (day is null)
            Mark(name, CinDay.Form);
        return day;
    }

    /// <summary>A day that has come; null when there is none, or it has not.</summary>
    public DateOnly? PastDay(string name)
    {
        var day = Day(name);
        if (day is null || day <= asOf)
            return day;
        Mark(name, CinDay.NotYet);
        return null;
    }

    /// <summary>True or false; null when there is neither.</summary>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "1" => true,
        "0" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => Nothing<bool?>(name, "must be true or false"),
    };

    /// <summary>The first element of a name.</summary>
    public CinFields Block(string name) => new(Elements(element, name).FirstOrDefault(), PathOf(name), asOf, marks);

    /// <summary>The elements of a name, each with its number.</summary>
    public IEnumerable<CinFields> Each(string name) =>
        Elements(element, name).Select((e, i) => new CinFields(e, PathOf($"{name}[{i + 1}]"), asOf, marks));

    /// <summary>Says that a field could not be used.</summary>
    public void Mark(string name, string problem) => marks.Add(new Mark { Field = PathOf(name), Problem = problem });

    /// <summary>The elements of a name, in any namespace.</summary>
    public static IEnumerable<XElement> Elements(XElement? parent, string name) =>
        parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}/{name}";

    private string? Listed(string name, string? text, IReadOnlySet<string> list, string required) =>
        text is null || list.Contains(text) ? text : Nothing<string>(name, required);

    private T? Nothing<T>(string name, string problem)
    {
        Mark(name, problem);
        return default;
    }
}
