using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InfoShare.Cli.Configuration.Yaml;

/// <summary>
/// Reads one YAML document into nodes with line numbers. Total: no anchors (they can grow without bound), no tags,
/// few levels, a small file.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 6;
    private const int MostCharacters = 64 * 1024;

    /// <summary>The parser takes a null character for the end and would pass over what follows.</summary>
    private static readonly SearchValues<char> NotText = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except("\t\r\n")]);

    private readonly Parser parser;

    private YamlTree(Parser parser) => this.parser = parser;

    /// <summary>The document, or what is wrong with it; both null when it is empty.</summary>
    public static (YamlNode? Root, LineProblem? Problem) Parse(string yaml)
    {
        if (yaml.Length > MostCharacters)
            return (null, new(1, "", $"must not be longer than {MostCharacters / 1024} KiB"));
        if (yaml.AsSpan().IndexOfAny(NotText) is >= 0 and var at)
            return (null, new(yaml.AsSpan(0, at).Count('\n') + 1, "", "must be text"));
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return (null, null);
            parser.Consume<DocumentStart>();
            var root = new YamlTree(parser).Node(0);
            parser.Consume<DocumentEnd>();
            return parser.Current is StreamEnd
                ? (root, null)
                : (null, new(LineOf(parser.Current!), "", "must be one YAML document"));
        }
        catch (TreeException e)
        {
            return (null, e.Problem);
        }
        catch (YamlException e)
        {
            return (null, new((int)e.Start.Line, "", "must be well-formed YAML"));
        }
    }

    private YamlNode Node(int depth)
    {
        if (parser.Current is not NodeEvent node)
            throw Refuse("must not use aliases");
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw Refuse("must not use anchors or tags");
        if (depth > Deepest)
            throw Refuse($"must not be nested deeper than {Deepest} levels");

        switch (node)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlScalar(LineOf(scalar), scalar.Value, scalar.Style is not ScalarStyle.Plain);
            case SequenceStart:
                return List(depth);
            default:
                return Map(depth);
        }
    }

    private YamlList List(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new(LineOf(start), items);
    }

    private YamlMap Map(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not YamlScalar key)
                throw Refuse("must have words as keys");
            entries.Add(new(key.Line, key.Text, Node(depth + 1)));
        }

        return new(LineOf(start), entries);
    }

    private TreeException Refuse(string problem) => new(new(LineOf(parser.Current!), "", problem));

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    private sealed class TreeException(LineProblem problem) : Exception
    {
        public LineProblem Problem => problem;
    }
}
