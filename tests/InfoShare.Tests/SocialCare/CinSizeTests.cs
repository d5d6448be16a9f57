using System.Diagnostics;
using System.Text;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinSizeTests
{
    private const int ThirtyMegabytes = 30_000_000;

    [Fact]
    public void Thirty_megabytes_of_children_are_read_in_seconds()
    {
        var content = Filled("<Message><Children>", i => Child(Episode(), $"<LAchildID>TEST{i}</LAchildID><PersonBirthDate>2015-04-02</PersonBirthDate><Sex>F</Sex>"), "</Children></Message>");

        var watch = Stopwatch.StartNew();
        var records = Assert.IsType<FileTranslation.Readable>(Translate(content)).Records.ToList();

        Assert.True(records.Count > 50_000);
        Assert.All(records, record => Assert.IsType<RecordTranslation.Messages>(record));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_child_of_thirty_megabytes_is_refused() =>
        AssertRefused("<Message><Children><Child>", _ => "<CINdetails/>", "</Child></Children></Message>", "must not have more than 10000 elements");

    [Fact]
    public void A_child_of_thirty_megabytes_of_few_elements_is_refused() =>
        AssertRefused("<Message><Children><Child>", _ => $"<CINdetails>{new string('x', 60_000)}</CINdetails>", "</Child></Children></Message>", "must not be larger than 8 MiB");

    [Fact]
    public void Millions_of_children_are_read()
    {
        var file = Filled("<Message><Children>", _ => "<Child/>", "</Children></Message>");

        Assert.Equal(ThirtyMegabytes / "<Child/>".Length, Assert.IsType<FileTranslation.Readable>(Translate(file)).Records.Count(), tolerance: 10);
    }

    [Fact]
    public void Millions_of_names_are_refused() =>
        AssertRefused("<Message><Children>", i => $"<C{i}/>", "</Children></Message>", "must not have more than 2000 different names of elements and attributes");

    [Fact]
    public void Millions_of_attributes_are_refused() =>
        AssertRefused("<Message><Children ", i => $" a{i}='>'", "></Children></Message>", "must not have a tag or text longer than 64 KiB");

    [Fact]
    public void Millions_of_attributes_in_UTF_16_are_refused()
    {
        var text = Encoding.UTF8.GetString(Filled("\uFEFF<Message><Children ", i => $" \u3C3Ca{i}='\u3C00'", "/></Message>", ThirtyMegabytes / 2));

        Assert.Equal("must not have a tag or text longer than 64 KiB", Unreadable(Encoding.Unicode.GetBytes(text)).Problem);
        Assert.Equal("must not have a tag or text longer than 64 KiB", Unreadable(Encoding.BigEndianUnicode.GetBytes(text)).Problem);
    }

    [Fact]
    public void An_endless_text_is_refused() =>
        AssertRefused("<Message><Children><Child><ChildIdentifiers><LAchildID>", _ => "0123456789", "</LAchildID></ChildIdentifiers></Child></Children></Message>", "must not have a tag or text longer than 64 KiB");

    private static void AssertRefused(string start, Func<int, string> piece, string end, string problem)
    {
        var content = Filled(start, piece, end);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(problem, Unreadable(content).Problem);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < ThirtyMegabytes, "refusing must not cost more than the file");
    }

    private static byte[] Filled(string start, Func<int, string> piece, string end, int size = ThirtyMegabytes)
    {
        var content = new StringBuilder(start, size + 1_000);
        for (var i = 0; content.Length < size; i++)
            content.Append(piece(i));
        return Encoding.UTF8.GetBytes(content.Append(end).ToString());
    }
}
