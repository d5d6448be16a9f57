using System.Globalization;

namespace InfoShare.Storage.Audit;

/// <summary>The last record of each audit chain, as it is noted apart from the data: <c>writer:n:hash</c>, separated by spaces.</summary>
internal static class ChainHeads
{
    /// <summary>The heads in a note.</summary>
    public static string[] In(string anchor) => anchor.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>This writer's head; null when it is not in the note.</summary>
    public static (long N, string Hash)? Of(string anchor, string writer) =>
        In(anchor).Select(head => head.Split(':')).FirstOrDefault(head => head[0] == writer) is [_, var n, var hash]
            ? (long.Parse(n, CultureInfo.InvariantCulture), hash)
            : null;

    /// <summary>The note with this writer's head; the others stay.</summary>
    public static string With(string anchor, string writer, string head) =>
        string.Join(' ', In(anchor).Where(other => !other.StartsWith(writer + ":", StringComparison.Ordinal)).Append($"{writer}:{head}"));
}
