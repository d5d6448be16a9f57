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

    /// <param name="reader">The file.</param>
    /// <param name="names">The names that the reader has met.</param>
    /// <param name="bytes">What the reader reads from: how far it has come, give or take a buffer, bounds a child.</param>
    public static ReadResult<CinHeader> Run(XmlReader reader, CinNames names, Stream bytes)
    {
        var path = new string[CinLimits.Depth];
        var authorities = new HashSet<string>(StringComparer.Ordinal);
        var (hasChildren, children, elements, start) = (false, 0, 0, 0L);
        while (reader.Read())
        {
            if (reader.Depth >= CinLimits.Depth)
                return ReadResult.Bad<CinHeader>("", $"must not be nested deeper than {CinLimits.Depth} levels");
            if (names.Count > CinLimits.Names)
                return ReadResult.Bad<CinHeader>("", $"must not have more than {CinLimits.Names} different names of elements and attributes");
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

            (children, elements, start) = reader.Depth is 2 ? (children + 1, 0, bytes.Position) : (children, elements + 1, start);
            if (bytes.Position - start > CinLimits.BytesOfChild)
                return ReadResult.Bad<CinHeader>($"Child[{children}]", $"must not be larger than {CinLimits.BytesOfChild / 1024 / 1024} MiB");
            if (elements > CinLimits.ElementsOfChild)
                return ReadResult.Bad<CinHeader>($"Child[{children}]", $"must not have more than {CinLimits.ElementsOfChild} elements");
        }

        return hasChildren ? ReadResult.Ok(new CinHeader([.. authorities])) : ReadResult.Bad<CinHeader>("Message/Children", "is required");
    }

    private static bool IsAuthority(string[] path, int depth) => depth is 4 && path is [_, "Header", "Source", "LEA", ..];
}
