using System.Globalization;
using InfoShare.Directory.Yaml;

namespace InfoShare.Cli.Configuration;

/// <summary>The keys of one part of the file. Each is asked for by name; a wrong value is noted and the default goes on; what nobody asked for is unknown.</summary>
internal sealed class Section
{
    private readonly string path;
    private readonly List<LineProblem> problems;
    private readonly Dictionary<string, YamlField> entries = [];
    private readonly HashSet<string> asked = [];

    public Section(YamlNode? node, string path, List<LineProblem> problems)
    {
        (this.path, this.problems) = (path, problems);
        if (node is null or YamlText { Text: null })
            return;
        if (node is not YamlMap map)
        {
            problems.Add(new(node.Line, path, "must hold keys with values"));
            return;
        }

        foreach (var field in map.Fields)
            if (!entries.TryAdd(field.Name, field))
                problems.Add(new(field.Line, PathOf(field.Name), "must not be there twice"));
    }

    public IEnumerable<string> Keys => entries.Keys;

    public int Line(string key) => entries.TryGetValue(key, out var entry) ? entry.Line : 0;

    public int Whole(string key, int otherwise, int least, int greatest)
    {
        if (Scalar(key) is not { } scalar)
            return otherwise;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= greatest)
            return number;
        return Refuse(key, $"must be a whole number between {least} and {greatest}", otherwise);
    }

    public string? Text(string key) => Scalar(key) switch
    {
        null => null,
        { Text: var text } when !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) => text,
        _ => Refuse<string?>(key, "must be text", null),
    };

    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words, T otherwise) => Text(key) switch
    {
        null => otherwise,
        var word when words.TryGetValue(word, out var value) => value,
        _ => Refuse(key, $"must be one of {string.Join(", ", words.Keys)}", otherwise),
    };

    public DateOnly? Day(string key) => Scalar(key) switch
    {
        null => null,
        { Text: var text } when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => Refuse<DateOnly?>(key, "must be a day that exists, written yyyy-MM-dd", null),
    };

    public IReadOnlyList<string> Texts(string key, Func<string, bool> good, string requirement)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlList list when list.Items.All(item => item is YamlText { Text: { } text } && good(text)):
                return [.. list.Items.Cast<YamlText>().Select(item => item.Text!)];
            default:
                return Refuse<IReadOnlyList<string>>(key, requirement, []);
        }
    }

    public Section Inner(string key) => new(Find(key), PathOf(key), problems);

    public T Refuse<T>(string key, string problem, T otherwise)
    {
        problems.Add(new(Line(key), PathOf(key), problem));
        return otherwise;
    }

    /// <summary>Notes the keys that nobody asked for. Call last.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in entries.Values.Where(e => !asked.Contains(e.Name)))
            problems.Add(new(entry.Line, PathOf(entry.Name), $"is not a key; the keys here are {string.Join(", ", asked)}"));
    }

    private YamlText? Scalar(string key) => Find(key) switch
    {
        null => null,
        YamlText text => text,
        _ => Refuse<YamlText?>(key, "must be one value", null),
    };

    /// <summary>The value; null when the key is absent or has none.</summary>
    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var entry) && entry.Value is not YamlText { Text: null } ? entry.Value : null;
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
