using System.Text.Encodings.Web;
using System.Text.Unicode;
using InfoShare.Adapters.HandOver.Wording;

namespace InfoShare.Adapters.SocialCare.Writing;

/// <summary>Sections as HTML. Whatever is written goes through <see cref="Text"/>.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text that no browser takes for markup; control characters, which HTML has no place for, are left out.</summary>
    public static string Text(string text) =>
        string.Join('\n', string.Concat(text.Where(c => c is '\n' || !char.IsControl(c))).Split('\n').Select(Encoder.Encode));

    /// <summary>A heading for each section; named lines as a table of it, others as paragraphs, in their order.</summary>
    public static string Sections(IEnumerable<Section> sections) => string.Concat(sections.Select((section, i) => Section(section, $"s{i + 1}")));

    private static string Section(Section section, string id) =>
        $"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{Text(section.Heading)}</h2>\n{string.Concat(Lines(section.Lines, id))}</section>\n";

    private static IEnumerable<string> Lines(IReadOnlyList<Line> lines, string id)
    {
        var inTable = false;
        foreach (var line in lines)
        {
            if (!inTable && line.Name is not null)
                yield return $"<table aria-labelledby=\"{id}\">\n";
            if (inTable && line.Name is null)
                yield return "</table>\n";
            inTable = line.Name is not null;
            yield return line.Name is null
                ? $"<p>{Text(line.Text)}</p>\n"
                : $"<tr><th scope=\"row\">{Text(line.Name)}</th><td>{Text(line.Text)}</td></tr>\n";
        }

        if (inTable)
            yield return "</table>\n";
    }
}
