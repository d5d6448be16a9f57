using System.Globalization;
using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>
/// The fields of one block. What cannot be used is dropped and marked; the notice goes on without it. Marks carry no
/// number of the child, so that its place in the notice is not part of a message.
/// </summary>
/// <param name="node">The block; null reads as an empty one.</param>
/// <param name="path">Its name in marks.</param>
/// <param name="marks">Where marks go.</param>
internal sealed class NoticeFields(NoticeNode? node, string path, List<Mark> marks)
{
    private const string Cut = "\n[The sender's text is longer and was cut here.]";
    private const int Earliest = 1900;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Whether the block is there.</summary>
    public bool Exists => node is not null;

    /// <summary>A short text; null when there is none that can be used.</summary>
    public string? Text(string name, int longest = NoticeLimits.ShortText)
    {
        var text = Values(name).FirstOrDefault();
        return text is null || text.Length <= longest ? text : Nothing<string>(name, $"must not be longer than {longest} characters");
    }

    /// <summary>A text that is worth having even if only its beginning fits.</summary>
    public string? Words(string name, int longest = NoticeLimits.LongText)
    {
        var text = Values(name).FirstOrDefault();
        if (text is null || text.Length <= longest)
            return text;
        Mark(name, $"must not be longer than {longest} characters; it was cut");
        var length = longest - Cut.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + Cut;
    }

    /// <summary>A code of a list; null when there is none, or not of the list.</summary>
    public string? Code(string name, IReadOnlyCollection<string> list, string required) =>
        Values(name).FirstOrDefault() is not { } text ? null : list.Contains(text) ? text : Nothing<string>(name, required);

    /// <summary>The codes that are of the list, each once.</summary>
    public IReadOnlyList<string> Codes(string name, IReadOnlySet<string> list, string required) =>
        [.. All(name).Select(text => list.Contains(text) ? text : Nothing<string>(name, required)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The texts of a list, at most so many; others are marked.</summary>
    public IReadOnlyList<string> Texts(string name, int most, int longest = NoticeLimits.ShortText)
    {
        var texts = All(name).ToList();
        if (texts.Count > most)
            Mark(name, $"must not have more than {most} items; the first were used");
        return [.. texts.Take(most).Select(text => text.Length <= longest ? text : Nothing<string>(name, $"must not be longer than {longest} characters")).OfType<string>()];
    }

    /// <summary>True or false; null when there is neither.</summary>
    public bool? Flag(string name) => Values(name).FirstOrDefault() switch
    {
        null => null,
        "1" => true,
        "0" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => Nothing<bool?>(name, "must be true or false"),
    };

    /// <summary>A whole number from 0 on; null when there is none that can be used.</summary>
    public int? Number(string name, int greatest)
    {
        if (Values(name).FirstOrDefault() is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= greatest
            ? number
            : Nothing<int?>(name, $"must be a whole number from 0 to {greatest}");
    }

    /// <summary>A day; null when there is none that exists.</summary>
    public DateOnly? Day(string name)
    {
        if (Values(name).FirstOrDefault() is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= Earliest
            ? day
            : Nothing<DateOnly?>(name, "must be a day that exists, written yyyy-MM-dd");
    }

    /// <summary>An instant, UTC; null when there is none that can be used.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Values(name).FirstOrDefault() is not { } text)
            return null;
        var zoned = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(zoned, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) && at.Year >= Earliest
            ? at
            : Nothing<DateTimeOffset?>(name, "must be a date and time with Z or an offset");
    }

    /// <summary>The first block of a name.</summary>
    public NoticeFields Block(string name) => new(Nodes(name).FirstOrDefault(n => n.Fields.Count > 0), PathOf(name), marks);

    /// <summary>Every block of a name.</summary>
    public IEnumerable<NoticeFields> Each(string name) => Nodes(name).Select(n => new NoticeFields(n, PathOf(name), marks));

    /// <summary>Says that a field could not be used.</summary>
    public void Mark(string name, string problem) => marks.Add(new Mark { Field = PathOf(name), Problem = problem });

    private IEnumerable<NoticeNode> Nodes(string name) => node?.Fields.Where(f => f.Name == name) ?? [];

    private IEnumerable<string> All(string name) => Nodes(name).Select(f => f.Text.Trim()).Where(text => text.Length > 0);

    /// <summary>The values of what should have one.</summary>
    private List<string> Values(string name)
    {
        var values = All(name).ToList();
        if (values.Distinct(StringComparer.Ordinal).Skip(1).Any())
            Mark(name, "must not be given twice; the first was used");
        return values;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private T? Nothing<T>(string name, string problem)
    {
        Mark(name, problem);
        return default;
    }
}
