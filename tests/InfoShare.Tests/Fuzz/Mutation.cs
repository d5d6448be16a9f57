using System.Text;

namespace InfoShare.Tests.Fuzz;

/// <summary>Damages a file in the ways in which files come damaged, or are made by somebody who means harm. The same random numbers give the same damage.</summary>
internal static class Mutation
{
    private const int MostTimes = 3;
    private const int LongestPiece = 400;

    private static readonly byte[] Structure = [.. "<>{}[]()\"',;:=/\\&#!\t\r\n "u8];

    private static readonly Func<List<byte>, Random, List<byte>>[] Any =
        [FlipBits, ReplaceBytes, Cut, End, Double, SwapLines, BlowUpNumber, ChangeEncoding, NestDeep, BreakStructure, PlantValue];

    /// <summary>After these a file can mostly still be read, and what is tested is what becomes of its records.</summary>
    private static readonly Func<List<byte>, Random, List<byte>>[] OfValues = [PlantValue, PlantValue, PlantValue, BlowUpNumber];

    /// <param name="sound">The file as it was.</param>
    /// <param name="random">What decides.</param>
    public static byte[] Of(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        var ways = random.Next(2) == 0 ? Any : OfValues;
        for (var times = random.Next(1, MostTimes + 1); times > 0 && bytes.Count > 0; times--)
            bytes = ways[random.Next(ways.Length)](bytes, random);
        return [.. bytes];
    }

    private static List<byte> FlipBits(List<byte> bytes, Random random)
    {
        for (var times = random.Next(1, 9); times > 0; times--)
            bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static List<byte> ReplaceBytes(List<byte> bytes, Random random)
    {
        var (at, length) = Piece(bytes, random);
        for (var i = at; i < at + Math.Min(length, 8); i++)
            bytes[i] = (byte)random.Next(256);
        return bytes;
    }

    private static List<byte> Cut(List<byte> bytes, Random random)
    {
        var (at, length) = Piece(bytes, random);
        bytes.RemoveRange(at, length);
        return bytes;
    }

    private static List<byte> End(List<byte> bytes, Random random) => bytes[..random.Next(bytes.Count)];

    private static List<byte> Double(List<byte> bytes, Random random)
    {
        var (at, length) = random.Next(8) == 0 ? (0, bytes.Count) : Piece(bytes, random);
        bytes.InsertRange(at, bytes.GetRange(at, length));
        return bytes;
    }

    private static List<byte> SwapLines(List<byte> bytes, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return [.. Encoding.Latin1.GetBytes(string.Join('\n', lines))];
    }

    private static List<byte> BlowUpNumber(List<byte> bytes, Random random)
    {
        var at = bytes.FindIndex(random.Next(bytes.Count), b => char.IsAsciiDigit((char)b));
        if (at < 0)
            return bytes;
        var end = bytes.FindIndex(at, b => !char.IsAsciiDigit((char)b));
        return Replace(bytes, at, end < 0 ? bytes.Count : end, Values.Number(random));
    }

    /// <summary>Other bytes for the same text, or a mark that promises them.</summary>
    private static List<byte> ChangeEncoding(List<byte> bytes, Random random)
    {
        var text = Encoding.UTF8.GetString([.. bytes]);
        return random.Next(6) switch
        {
            0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            2 => [.. Encoding.Unicode.GetBytes(text)],
            3 => [0xEF, 0xBB, 0xBF, .. bytes],
            4 => [0xFF, 0xFE, .. bytes],
            _ => [.. Encoding.UTF32.GetBytes(text)],
        };
    }

    private static List<byte> NestDeep(List<byte> bytes, Random random)
    {
        var (open, close) = random.Next(4) switch { 0 => ("[", "]"), 1 => ("{\"a\":", "}"), 2 => ("<a>", "</a>"), _ => ("\"", "") };
        var depth = 1 << random.Next(2, 14);
        var at = StartOfValue(bytes, random);
        var nested = new StringBuilder().Insert(0, open, depth).Append('1');
        if (random.Next(3) > 0)
            nested.Insert(nested.Length, close, depth);
        bytes.InsertRange(at, Encoding.ASCII.GetBytes(nested.ToString()));
        return bytes;
    }

    /// <summary>A mark that the format is built of goes, comes or becomes another.</summary>
    private static List<byte> BreakStructure(List<byte> bytes, Random random)
    {
        var at = bytes.FindIndex(random.Next(bytes.Count), b => Structure.Contains(b));
        if (at < 0)
            return bytes;
        switch (random.Next(3))
        {
            case 0: bytes.RemoveAt(at); break;
            case 1: bytes.Insert(at, Structure[random.Next(Structure.Length)]); break;
            default: bytes[at] = Structure[random.Next(Structure.Length)]; break;
        }

        return bytes;
    }

    /// <summary>A whole value becomes another; often one that must not be repeated.</summary>
    private static List<byte> PlantValue(List<byte> bytes, Random random)
    {
        var at = StartOfValue(bytes, random);
        var end = bytes.FindIndex(at, b => (char)b is '<' or '"' or ',' or '\r' or '\n');
        return Replace(bytes, at, end < 0 ? bytes.Count : end, Values.Any(random));
    }

    /// <summary>Behind a mark that begins a value in what the file looks like: XML, JSON, or else a table.</summary>
    private static int StartOfValue(List<byte> bytes, Random random)
    {
        var marks = (char)bytes.Find(b => b > ' ') switch { '<' => ">\"", '{' or '[' => "\"", _ => ",\n" };
        var at = bytes.FindIndex(random.Next(bytes.Count), b => marks.Contains((char)b)) + 1;
        // A quote before one of these was the end of a value: the next one begins another.
        return at > 0 && at < bytes.Count && bytes[at - 1] == '"' && ",:}] \r\n>/?".Contains((char)bytes[at])
            ? bytes.FindIndex(at, b => b == '"') + 1
            : at;
    }

    private static List<byte> Replace(List<byte> bytes, int at, int end, string value)
    {
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, Encoding.UTF8.GetBytes(value));
        return bytes;
    }

    private static (int At, int Length) Piece(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        return (at, Math.Min(random.Next(1, LongestPiece), bytes.Count - at));
    }
}
