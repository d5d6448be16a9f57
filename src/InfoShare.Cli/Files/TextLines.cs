namespace InfoShare.Cli.Files;

/// <summary>The lines of a text of any length, one at a time, from a file or a pipe.</summary>
internal static class TextLines
{
    /// <summary>Characters of the longest line that is taken.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Each line without its end, which is a line feed, after a carriage return or not.</summary>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    public static IEnumerable<string> Of(TextReader text)
    {
        var buffer = new char[Longest];
        var (start, end) = (0, 0);
        while (true)
        {
            for (int length; (length = buffer.AsSpan(start, end - start).IndexOf('\n')) >= 0; start += length + 1)
                yield return buffer.AsSpan(start, length).TrimEnd('\r').ToString();
            if (end - start == Longest)
                throw new InvalidDataException($"a line is longer than {Longest / 1024} Ki characters: this is no such table");
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var read = text.Read(buffer, end, Longest - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > 0)
            yield return buffer.AsSpan(0, end).TrimEnd('\r').ToString();
    }
}
