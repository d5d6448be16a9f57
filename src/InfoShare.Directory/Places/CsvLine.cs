namespace InfoShare.Directory;

/// <summary>One line of a CSV file whose values have no line breaks, read without a copy. Quotes may stand around a value.</summary>
internal static class CsvLine
{
    /// <summary>The value with this index, without quotes and spaces around it; false when the line has fewer.</summary>
    public static bool TryField(ReadOnlySpan<char> line, int index, out ReadOnlySpan<char> value)
    {
        for (; index >= 0; index--)
        {
            var end = End(line);
            value = line[..end].Trim(" \"\r");
            if (index == 0)
                return true;
            if (end == line.Length)
                break;
            line = line[(end + 1)..];
        }

        value = default;
        return false;
    }

    /// <summary>Where the first value ends: the first comma outside quotes.</summary>
    private static int End(ReadOnlySpan<char> line)
    {
        var from = 0;
        if (line.Length > 0 && line[0] == '"')
            from = line[1..].IndexOf('"') is >= 0 and var closing ? closing + 2 : line.Length;
        return line[from..].IndexOf(',') is >= 0 and var comma ? from + comma : line.Length;
    }
}
