using System.Globalization;
using InfoShare.Directory.Yaml;

namespace InfoShare.Directory;

/// <summary>
/// The fields of one entry. Notes a problem, with its line, for each that is missing or of the wrong form, and then gives an
/// empty value, so that reading goes on and finds everything at once; later checks pass over what is empty.
/// </summary>
internal sealed class Fields(YamlMap map, string path, ProblemList problems)
{
    private const int LongestText = 200;

    private readonly HashSet<string> asked = [];

    public int Line => map.Line;

    /// <summary>A field that must be there.</summary>
    public string Text(string name)
    {
        if (Optional(name) is { } text)
            return text;
        Refuse(name, "this field is missing");
        return "";
    }

    /// <summary>A field that may be left out; null when it is.</summary>
    public string? Optional(string name)
    {
        switch (Find(name)?.Value)
        {
            case null or YamlText { Text: null }:
                return null;
            case YamlText { Text: { Length: <= LongestText } text } when text.Trim().Length > 0:
                return text.Trim();
            case YamlText:
                Refuse(name, $"must be 1 to {LongestText} characters of text");
                return "";
            default:
                Refuse(name, "must be one text, not a list or a group of fields");
                return "";
        }
    }

    /// <summary>A list of texts; an item of the wrong form becomes empty and keeps its place.</summary>
    public IReadOnlyList<string> Texts(string name, bool required)
    {
        switch (Find(name)?.Value)
        {
            case YamlList { Items: var items } when items.Count > 0 || !required:
                return [.. items.Select((item, i) => Item(name, i, item))];
            case null or YamlText { Text: null } when !required:
                return [];
            case null or YamlText { Text: null }:
                Refuse(name, "this field is missing");
                return [];
            default:
                Refuse(name, required ? "must be a list with at least one item, such as [one, two]" : "must be a list, such as [one, two]");
                return [];
        }
    }

    /// <summary>A day; null for no limit.</summary>
    public DateOnly? Date(string name) => Parsed(name, Optional(name));

    /// <summary>A day that must be there; null when it is not.</summary>
    public DateOnly? Day(string name) => Parsed(name, Text(name));

    /// <summary>The lists of entries at the top of the file.</summary>
    public YamlList? Entries(string name, bool required)
    {
        switch (Find(name)?.Value)
        {
            case YamlList list when list.Items.Count > 0 || !required:
                return list;
            case null or YamlText { Text: null } when !required:
                return null;
            default:
                Refuse(name, "must be a list with at least one entry");
                return null;
        }
    }

    /// <summary>Notes the names that nothing asked for, and those given twice. Call when all fields have been read.</summary>
    public void Close()
    {
        var given = new HashSet<string>();
        foreach (var field in map.Fields)
        {
            if (!asked.Contains(field.Name))
                problems.Add(field.Line, path, $"there is no field of the name on this line; there are {string.Join(", ", asked)}");
            else if (!given.Add(field.Name))
                problems.Add(field.Line, PathOf(field.Name), "this field is there twice");
        }
    }

    /// <summary>Notes a problem with a field, on its line; with a missing one on the entry's first line.</summary>
    public void Refuse(string name, string problem) => problems.Add(Find(name)?.Value.Line ?? map.Line, PathOf(name), problem);

    /// <summary>Notes a problem with an item of a list.</summary>
    public void Refuse(string name, int index, string problem)
    {
        var line = Find(name)?.Value is YamlList list && index < list.Items.Count ? list.Items[index].Line : map.Line;
        problems.Add(line, $"{PathOf(name)}[{index}]", problem);
    }

    private DateOnly? Parsed(string name, string? text)
    {
        if (text is not { Length: > 0 })
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse(name, "must be a day that exists, written as 2026-11-20");
        return null;
    }

    private string Item(string name, int index, YamlNode item)
    {
        if (item is YamlText { Text: { Length: > 0 and <= LongestText } text })
            return text;
        Refuse(name, index, $"must be 1 to {LongestText} characters of text");
        return "";
    }

    private YamlField? Find(string name)
    {
        asked.Add(name);
        return map.Fields.Find(f => f.Name == name);
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
