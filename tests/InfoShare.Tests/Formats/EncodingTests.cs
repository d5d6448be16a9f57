using System.Text;
using Xunit;

namespace InfoShare.Tests.Formats;

/// <summary>Systems write the same file in different encodings. It is read as it was meant, or says what is wrong with it; letters are never lost in silence.</summary>
public sealed class EncodingTests
{
    private const string Transfer = "tests/InfoShare.Tests/Formats/Samples/transfer.xml";
    private const string Event = "tests/InfoShare.Tests/Formats/Samples/nems-change-of-address.xml";
    private const string Signals = "tests/InfoShare.Tests/Formats/Samples/mns-signals.json";
    private const string Bundle = "tests/InfoShare.Tests/Formats/Samples/concern.fhir.xml";
    private const string PlansJson = "tests/InfoShare.Tests/Formats/Samples/plan-list.json";
    private const string Notice = "tests/InfoShare.Tests/Police/Samples/full.xml";
    private const string NoticeJson = "tests/InfoShare.Tests/Police/Samples/full.json";
    private const string Census = "samples/social-care-suffolk/cin-sample.xml";

    private const string Attendance = "tests/InfoShare.Tests/Formats/Samples/attendance-summary.csv";
    private const string Episodes = "tests/InfoShare.Tests/Formats/Samples/episodes.csv";
    private const string Plans = "tests/InfoShare.Tests/Formats/Samples/plan-list.csv";

    private static readonly string[] Xml = [Transfer, Event, Bundle, Notice, Census];
    private static readonly string[] Json = [Signals, NoticeJson, PlansJson];
    private static readonly string[] Tables = [Attendance, Episodes, Plans];
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    public static TheoryData<string, string> XmlDeclared { get; } =
        [.. from file in Xml from name in new[] { "windows-1252", "ISO-8859-1", "windows-1250", "utf-8", "utf-16" } select (file, name)];

    public static TheoryData<string> XmlFiles { get; } = [.. Xml];

    public static TheoryData<string> JsonFiles { get; } = [.. Json];

    public static TheoryData<string> TableFiles { get; } = [.. Tables];

    [Theory]
    [MemberData(nameof(XmlDeclared))]
    public void XML_is_read_in_the_encoding_that_it_declares(string name, string encoding)
    {
        var (file, text) = WithLetters(name);

        byte[] written = encoding == "utf-16" ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Declaring(encoding, text))] : EncodingNamed(encoding).GetBytes(Declaring(encoding, text));

        Assert.Equal(Told.Of(file, text), Told.Of(file, written));
    }

    [Theory]
    [MemberData(nameof(XmlFiles))]
    public void A_mark_of_Unicode_goes_before_what_XML_declares(string name)
    {
        var (file, text) = WithLetters(name);

        Assert.Equal(Told.Of(file, text), Told.Of(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Declaring("windows-1252", text))]));
    }

    [Theory]
    [MemberData(nameof(XmlFiles))]
    public void XML_that_is_not_what_it_declares_says_so(string name)
    {
        var (file, text) = WithLetters(name);
        byte[][] written =
        [
            Windows1252.GetBytes(Declaring("UTF-8", text)),
            Encoding.UTF8.GetBytes(Declaring("utf-16", text)),
            Encoding.UTF8.GetBytes(Declaring("no-encoding", text)),
        ];

        Assert.All(written, content => Assert.Contains("must be well-formed XML in the encoding that it declares", Assert.Single(Told.Of(file, content)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void JSON_is_read_as_UTF_8_and_otherwise_says_that_it_must_be(string name)
    {
        var (file, text) = WithLetters(name);
        byte[][] others = [Windows1252.GetBytes(text), Encoding.Unicode.GetBytes(text), [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]];

        Assert.Equal(Told.Of(file, text), Told.Of(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
        Assert.All(others, content => Assert.Contains("must be encoded as UTF-8", Assert.Single(Told.Of(file, content)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TableFiles))]
    public void A_table_is_read_in_Unicode_or_else_as_Windows_programs_write_it(string name)
    {
        var (file, text) = WithLetters(name);
        byte[][] written =
        [
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            Encoding.Unicode.GetBytes(text),
            Encoding.BigEndianUnicode.GetBytes(text),
            Windows1252.GetBytes(text),
        ];

        Assert.All(written, content => Assert.Equal(Told.Of(file, text), Told.Of(file, content)));
    }

    /// <summary>With letters and a quotation mark that these encodings write differently, where the sample has a name or its own number of a child.</summary>
    private static (FormatFile File, string Text) WithLetters(string name)
    {
        var file = FormatFile.Own.Single(f => f.Name == name);
        var text = Encoding.UTF8.GetString(file.Read());
        var letters = text.Replace("Testperson", "T\u00EBst\u2019person", StringComparison.OrdinalIgnoreCase).Replace("SFK000", "SFK\u2019\u00CB00", StringComparison.Ordinal).Replace("TEST000", "TEST\u2019\u00CB00", StringComparison.Ordinal);
        Assert.NotEqual(text, letters);
        return (file, letters);
    }

    private static string Declaring(string encoding, string text) =>
        $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{(text.StartsWith("<?xml", StringComparison.Ordinal) ? text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..] : text)}";

    private static Encoding EncodingNamed(string name) => name == "ISO-8859-1" ? Windows1252 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
