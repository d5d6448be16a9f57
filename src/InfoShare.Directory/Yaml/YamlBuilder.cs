using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InfoShare.Directory.Yaml;

/// <summary>Puts a parser's events together into nodes, with a stack of its own.</summary>
internal sealed class YamlBuilder
{
    private readonly Stack<(YamlNode Node, YamlText? Name)> open = new();

    public YamlNode? Root { get; private set; }

    public int Depth => open.Count;

    /// <summary>Takes one event; false where a list or a map stands in place of a name.</summary>
    public bool Take(ParsingEvent here, int line)
    {
        switch (here)
        {
            case Scalar scalar:
                return Add(new YamlText(line, TextOf(scalar)));
            case SequenceStart:
                return Open(new YamlList(line, []));
            case MappingStart:
                return Open(new YamlMap(line, []));
            case SequenceEnd or MappingEnd:
                open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool Open(YamlNode node)
    {
        if (!Add(node))
            return false;
        open.Push((node, null));
        return true;
    }

    private bool Add(YamlNode node)
    {
        if (open.Count == 0)
        {
            Root ??= node;
            return true;
        }

        var (parent, name) = open.Pop();
        switch (parent, name, node)
        {
            case (YamlList list, _, _):
                list.Items.Add(node);
                break;
            case (YamlMap map, { } key, _):
                map.Fields.Add(new(key.Line, key.Text ?? "", node));
                name = null;
                break;
            case (_, _, YamlText text):
                name = text;
                break;
            default:
                return false;
        }

        open.Push((parent, name));
        return true;
    }

    private static string? TextOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" ? null : scalar.Value;
}
