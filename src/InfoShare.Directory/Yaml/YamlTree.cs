using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InfoShare.Directory.Yaml;

/// <summary>
/// Reads YAML into nodes with line numbers, from the parser's events and without recursion. Takes the plain part of YAML:
/// no aliases (a few lines of them can stand for gigabytes), no tags, one document, little depth.
/// </summary>
internal static class YamlTree
{
    private const int MostCharacters = 4_000_000;
    private const int MostDepth = 8;

    /// <summary>The text's content; null when it has none, or after the one problem, with its line, was noted.</summary>
    public static YamlNode? Read(string yaml, Action<int, string> note)
    {
        if (yaml.Length > MostCharacters)
            return Refuse(1, $"the file must not be longer than {MostCharacters} characters");
        // The parser takes a null character for the end and would pass over what follows.
        if (yaml.IndexOf('\0') is >= 0 and var at)
            return Refuse(yaml.AsSpan(0, at).Count('\n') + 1, "the file must be text");
        try
        {
            return Build(new Parser(new StringReader(yaml)), Refuse);
        }
        catch (YamlException e)
        {
            return TabIndented(yaml) is { } line
                ? Refuse(line, "the indentation must be of spaces; there is a tab in it")
                : Refuse(LineOf(e.Start), "this is not YAML from here on; look at the indentation, quotes and brackets of this line and the one before");
        }

        YamlNode? Refuse(int line, string problem)
        {
            note(line, problem);
            return null;
        }
    }

    private static YamlNode? Build(Parser parser, Func<int, string, YamlNode?> refuse)
    {
        var builder = new YamlBuilder();
        while (Next(parser))
        {
            var here = parser.Current!;
            var line = LineOf(here.Start);
            if (Unsupported(here, builder.Root is not null) is { } problem)
                return refuse(line, problem);
            if (!builder.Take(here, line))
                return refuse(line, "a name must be plain text");
            if (builder.Depth > MostDepth)
                return refuse(line, $"the file must not be nested deeper than {MostDepth} levels");
        }

        return builder.Root;
    }

    private static string? Unsupported(ParsingEvent here, bool started) => here switch
    {
        AnchorAlias => "references with * are not read; write the value out",
        NodeEvent { Anchor.IsEmpty: false } => "marks with & are not read; write the value out where it is needed",
        NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } => "types with ! are not read; write the value alone",
        DocumentStart when started => "the file must be one document; remove the line with ---",
        _ => null,
    };

    /// <summary>The library's scanner meets some broken input with exceptions of other kinds; the place is then the last that could be read.</summary>
    private static bool Next(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is not YamlException)
        {
            var last = parser.Current?.End ?? Mark.Empty;
            throw new SyntaxErrorException(last, last, e.Message);
        }
    }

    /// <summary>The first line with a tab among the spaces it begins with: the likeliest of all mistakes.</summary>
    private static int? TabIndented(string yaml)
    {
        var tabbed = yaml.Split('\n').Index().Where(l => l.Item.AsSpan().TrimStart(' ').StartsWith("\t")).Select(l => (int?)l.Index + 1);
        return tabbed.FirstOrDefault();
    }

    private static int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);
}
