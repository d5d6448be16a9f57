using System.Runtime.InteropServices;

namespace InfoShare.Directory;

/// <summary>
/// Reads the ONS Postcode Directory, a row at a time, and keeps what lies in England: of each postcode the code of its place as the
/// file has it, which may be a district, so that a later reorganisation is known once this project knows it. Pure over its lines.
/// Postcodes no longer in use are kept, too: earlier addresses have them.
/// </summary>
public sealed class OnspdReader
{
    /// <summary>Set while reading in what is no longer in use, so that it sorts behind the same postcode in use.</summary>
    private const ulong OutOfUse = 1UL << (Postcodes.PlaceBits - 1);

    private const int GssLength = 9;

    private readonly string[] places = [.. LocalAuthorities.All.Select(place => place.Gss)];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> indexes;
    private readonly List<ulong> entries = [];
    private readonly int[] skipped = new int[Enum.GetValues<SkippedPostcode>().Length];
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private readonly OnspdColumns columns;
    private int rows;

    private OnspdReader(OnspdColumns columns) =>
        (this.columns, indexes) = (columns, places.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Reads the lines of a file, the heading first. A file without one postcode of England, or with a row cut short, is refused as a whole.</summary>
    public static PostcodeReading Read(IEnumerable<string> lines)
    {
        using var line = lines.GetEnumerator();
        var (columns, problem) = line.MoveNext() ? OnspdColumns.Find(line.Current) : (null, "the file is empty");
        if (columns is null)
            return new() { Problem = problem };
        var reader = new OnspdReader(columns);
        while (line.MoveNext())
            if (line.Current.Length > 0 && !reader.TryTake(line.Current))
                return new() { Rows = reader.rows, Problem = $"row {reader.rows} below the heading has fewer columns than the heading: the file is cut short, or no such table" };
        return reader.Outcome();
    }

    /// <summary>False when the row has too few columns.</summary>
    private bool TryTake(string row)
    {
        rows++;
        if (!CsvLine.TryField(row, columns.Last, out _))
            return false;
        CsvLine.TryField(row, columns.Postcode, out var postcode);
        CsvLine.TryField(row, columns.Authority, out var authority);
        ReadOnlySpan<char> terminated = default;
        if (columns.Terminated is { } column)
            CsvLine.TryField(row, column, out terminated);

        if (!PostcodeKey.TryMake(postcode, out var key))
            Skip(SkippedPostcode.NoPostcode);
        else if (indexes.TryGetValue(authority, out var place))
            entries.Add((key << Postcodes.PlaceBits) | (uint)place | (terminated.IsEmpty ? 0 : OutOfUse));
        else
            Skip(ReasonFor(authority));
        return true;
    }

    private void Skip(SkippedPostcode reason) => skipped[(int)reason]++;

    /// <summary>Source: the first letter of a GSS code is its country.</summary>
    private SkippedPostcode ReasonFor(ReadOnlySpan<char> authority)
    {
        if (authority.IsEmpty)
            return SkippedPostcode.Blank;
        if (authority.Length != GssLength || authority[1..].ContainsAnyExceptInRange('0', '9'))
            return SkippedPostcode.UnknownCode;
        switch (authority[0])
        {
            case 'S': return SkippedPostcode.Scotland;
            case 'W': return SkippedPostcode.Wales;
            case 'N': return SkippedPostcode.NorthernIreland;
            case 'L' or 'M': return SkippedPostcode.Islands;
            default:
                if (unknown.Count < PostcodeReading.MostNamed)
                    unknown.Add(new(authority));
                return SkippedPostcode.UnknownCode;
        }
    }

    private PostcodeReading Outcome()
    {
        var kept = Sorted(out var terminated);
        var reading = new PostcodeReading
        {
            Rows = rows,
            Terminated = terminated,
            Skipped = Enum.GetValues<SkippedPostcode>().Where(reason => skipped[(int)reason] > 0).ToDictionary(reason => reason, reason => skipped[(int)reason]),
            UnknownCodes = [.. unknown],
        };
        return kept.Length == 0
            ? reading with { Problem = $"none of its {rows} rows is a postcode of England with a known local authority" }
            : reading with { Postcodes = new(kept, places) };
    }

    /// <summary>Each postcode once, in order.</summary>
    private ulong[] Sorted(out int terminated)
    {
        (terminated, var count) = (0, 0);
        var sorted = CollectionsMarshal.AsSpan(entries);
        sorted.Sort();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (count > 0 && sorted[i] >> Postcodes.PlaceBits == sorted[count - 1] >> Postcodes.PlaceBits)
            {
                Skip(SkippedPostcode.Repeated);
                continue;
            }

            terminated += (sorted[i] & OutOfUse) == 0 ? 0 : 1;
            sorted[count++] = sorted[i] & ~OutOfUse;
        }

        return sorted[..count].ToArray();
    }
}
