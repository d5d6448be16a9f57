using System.Xml.Linq;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>
/// The fields of one element. What cannot be used is dropped and marked; the pupil goes on without it. Marks are named from
/// the pupil down, so that a pupil's place in the file, which changes from export to export, is not part of a message.
/// </summary>
/// <param name="element">The element; null reads as an empty one.</param>
/// <param name="path">Its name in marks.</param>
/// <param name="marks">Where marks go.</param>
internal sealed class CtfFields(XElement? element, string path, List<Mark> marks)
{
    /// <summary>The text of a field, trimmed; null when there is none, or it is too long.</summary>
    public string? Text(string name, int longest = 200)
    {
        var values = CtfNames.In(element, name).Select(e => e.Value.Trim()).Where(value => value.Length > 0).ToList();
        if (values.Distinct(StringComparer.Ordinal).Skip(1).Any())
            Mark(name, "must not be given twice; the first was used");
        return values.FirstOrDefault() switch
        {
            { } text when text.Length > longest => Nothing<string>(name, $"must not be longer than {longest} characters"),
            var text => text,
        };
    }

    /// <summary>A day; null when there is none, or none that exists.</summary>
    public DateOnly? Day(string name) => Text(name) is { } text ? CtfDay.Read(text) ?? Nothing<DateOnly?>(name, CtfDay.Form) : null;

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
    public CtfFields Block(string name) => new(CtfNames.In(element, name).FirstOrDefault(), PathOf(name), marks);

    /// <summary>The elements of a name, each with its number.</summary>
    public IEnumerable<CtfFields> Each(string name) =>
        CtfNames.In(element, name).Select((e, i) => new CtfFields(e, PathOf($"{name}[{i + 1}]"), marks));

    /// <summary>Whether there is an element of this name.</summary>
    public bool Has(string name) => CtfNames.In(element, name).Any();

    /// <summary>Says that a field could not be used.</summary>
    public void Mark(string name, string problem) => marks.Add(new Mark { Field = PathOf(name), Problem = problem });

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}/{name}";

    private T? Nothing<T>(string name, string problem)
    {
        Mark(name, problem);
        return default;
    }
}
