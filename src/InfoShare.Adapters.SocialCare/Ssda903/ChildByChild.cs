using System.Runtime.InteropServices;
using System.Security.Cryptography;
using InfoShare.Adapters.SocialCare.Csv;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>A file whose rows of each child stand together, as case systems write it: one child is held at a time, however many there are.</summary>
internal static class ChildByChild
{
    /// <summary>Rows that a child may have.</summary>
    public const int MostRows = 2_000;

    /// <summary>Whether no child comes up again after another. Holds 64 bits of a hash for each.</summary>
    public static bool Is(IEnumerable<CsvRow> rows)
    {
        var seen = new HashSet<ulong>();
        var (child, count) = ((string?)null, 0);
        foreach (var row in rows)
        {
            count++;
            if (row[Ssda903Columns.Child] is { } named && named != child)
            {
                if (!seen.Add(Hash(named)))
                    return false;
                (child, count) = (named, child is null ? count : 1);
            }

            if (count > MostRows)
                return false;
        }

        return true;
    }

    /// <summary>The rows of each child. One that names none goes with those before it.</summary>
    public static IEnumerable<IReadOnlyList<CsvRow>> Children(IEnumerable<CsvRow> rows)
    {
        var (child, together) = ((string?)null, new List<CsvRow>());
        foreach (var row in rows)
        {
            var named = row[Ssda903Columns.Child] ?? child;
            if (child is not null && named != child)
            {
                yield return together;
                together = [];
            }

            together.Add(row);
            child = named;
        }

        if (together.Count > 0)
            yield return together;
    }

    /// <summary>Two children with the same hash are taken for one that comes up again, which only makes the file be held as a whole.</summary>
    private static ulong Hash(string child) => MemoryMarshal.Read<ulong>(SHA256.HashData(MemoryMarshal.AsBytes(child.AsSpan())));
}
