using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace InfoShare.Tests.Fuzz;

/// <summary>How many records a file holds, counted without the translators, as simply as can be.</summary>
internal static class RecordsIn
{
    /// <summary>The least and the most that there can be of a file that can be read; null where that cannot be told.</summary>
    /// <param name="format">The format that it is read as.</param>
    /// <param name="content">The file.</param>
    /// <param name="sound">What it was before it was damaged.</param>
    public static (int Least, int Most)? Of(string format, byte[] content, byte[] sound) => format switch
    {
        "cin" => Exactly(Below(content, "Children")?.Sum(child => child.Name.LocalName is "Child" ? Math.Max(1, child.Elements().Count(e => e.Name.LocalName is "CINdetails")) : 1)),
        "ctf" => Exactly(Below(content, "CTFpupilData")?.Count()),
        "canonical" or "mns" when Json(content) is [(byte)'[', ..] json => Exactly(LengthOfList(json)),
        "canonical" or "nems" => (1, 1),
        "fhir" => (1, int.MaxValue),
        "attendance" or "ssda903" or "cp-plans" => Rows(Encoding.Latin1.GetString(content), Encoding.Latin1.GetString(sound)),
        _ => null,
    };

    private static (int Least, int Most)? Exactly(int? number) => number is { } exact ? (exact, exact) : null;

    private static IEnumerable<XElement>? Below(byte[] content, string section)
    {
        try
        {
            return XDocument.Load(new MemoryStream(content)).Root!.Elements().Where(e => e.Name.LocalName.Equals(section, StringComparison.OrdinalIgnoreCase)).Elements();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static byte[] Json(byte[] content) => [.. content.SkipWhile(b => " \t\r\n\u00EF\u00BB\u00BF".Contains((char)b))];

    private static int? LengthOfList(byte[] json)
    {
        using var list = JsonDocument.Parse(json, new() { MaxDepth = int.MaxValue });
        return list.RootElement.GetArrayLength();
    }

    /// <summary>Below a header that has kept its place: lines with a letter or digit are rows, those of separators and marks alone may be. Marks are added up.</summary>
    private static (int Least, int Most)? Rows(string text, string sound)
    {
        var header = sound[..(sound.IndexOf('\n') + 1)];
        if (sound.StartsWith('{') || !text.StartsWith(header, StringComparison.Ordinal) || header.Contains("Mark", StringComparison.Ordinal) || text.Contains('\0'))
            return null;
        var lines = text[header.Length..].Split(['\r', '\n']);
        return (lines.Count(line => line.Any(char.IsAsciiLetterOrDigit)), lines.Count(line => line.Length > 0));
    }
}
