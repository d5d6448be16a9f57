using System.Xml;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>What a census says about itself.</summary>
/// <param name="Authorities">The DfE codes in <c>Header/Source/LEA</c>, each once; none when there is no header.</param>
internal sealed record CinHeader(IReadOnlyList<string> Authorities);

/// <summary>Walks a whole file without keeping it: shape, limits and header.</summary>
internal static class CinInspection
{
    private const int MostAuthorities = 20;

    public static ReadResult<CinHeader> Run(XmlReader reader)
    {
        var path = new string[CinLimits.Depth];
        var authorities = new HashSet<string>(StringComparer.Ordinal);
        var (hasChildren, children, records, elements) = (false, 0, 0, 0);
        while (reader.Read())
        {
            if (reader.Depth >= CinLimits.Depth)
                return ReadResult.Bad<CinHeader>("", $"must not be nested deeper than {CinLimits.Depth} levels");
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && IsAuthority(path, reader.Depth) && authorities.Count < MostAuthorities)
                authorities.Add(reader.Value.Trim());
            if (reader.NodeType is not XmlNodeType.Element)
                continue;

            path[reader.Depth] = reader.LocalName;
            if (reader.Depth is 0 && path[0] is not "Message")
                return ReadResult.Bad<CinHeader>("", "must have the root element Message of a Children in Need census");
            hasChildren |= reader.Depth is 1 && path[1] is "Children";
            if (path[1] is not "Children" || reader.Depth < 2)
                continue;

            (children, elements) = reader.Depth is 2 ? (children + 1, 0) : (children, elements + 1);
            records += reader.Depth is 2 || reader is { Depth: 3, LocalName: "CINdetails" } ? 1 : 0;
            if (elements > CinLimits.ElementsOfChild)
                return ReadResult.Bad<CinHeader>($"Child[{children}]", $"must not have more than {CinLimits.ElementsOfChild} elements");
            if (records > CinLimits.Records)
                return ReadResult.Bad<CinHeader>("Children", $"must not have more than {CinLimits.Records} children and episodes");
        }

        return hasChildren ? ReadResult.Ok(new CinHeader([.. authorities])) : ReadResult.Bad<CinHeader>("Message/Children", "is required");
    }

    private static bool IsAuthority(string[] path, int depth) => depth is 4 && path is [_, "Header", "Source", "LEA", ..];
}
