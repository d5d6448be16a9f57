using System.Diagnostics;
using System.Text;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinFileTests
{
    private static readonly string Good = File(Child(Episode()));

    [Theory]
    [InlineData("cin.xml", "<?xml version='1.0'?>\n<!-- fictional --><Message>", true)]
    [InlineData("CIN.XML", "\uFEFF<c:Message xmlns:c='urn:x'>", true)]
    [InlineData("schema.xsd", "<Message>", false)]
    [InlineData("schema.xml", "<xs:schema><xs:element name=\"Message\">", false)]
    [InlineData("ctf.xml", "<CTFile>", false)]
    [InlineData("messages.xml", "<Messages>", false)]
    [InlineData("cin.xml", "", false)]
    [InlineData("cin.xml", "Message", false)]
    public void A_census_is_known_by_its_root(string name, string start, bool known) =>
        Assert.Equal(known, new CinTranslator().Recognises(name, Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void A_namespace_loose_text_comments_and_unknown_elements_change_nothing()
    {
        var dressed = Good
            .Replace("<Message>", "<Message xmlns='urn:fictional'>", StringComparison.Ordinal)
            .Replace("<PersonBirthDate>", "PersonBirthDate<!-- x --><PersonBirthDate>", StringComparison.Ordinal)
            .Replace("<Children>", "<Extra><Child/></Extra><Children> loose ", StringComparison.Ordinal);

        Assert.Equivalent(Record(Good), Record(dressed), strict: true);
    }

    [Theory]
    [InlineData("201")]
    [InlineData("943")]
    [InlineData("909")]
    public void A_file_of_another_authority_is_not_read_unless_the_configuration_takes_it(string lea)
    {
        var file = File(Child(Episode()), lea);

        var (field, problem) = Unreadable(Encoding.UTF8.GetBytes(file));

        Assert.Equal("Header/Source/LEA", field);
        Assert.Equal($"the file is of authority {lea} and this participant's own is 942; to take such files add \"{lea}\" to the participant's acceptAuthorities", problem);
        Assert.NotNull(Data<ConcernRaised>(file, Context(accept: lea)));
    }

    [Fact]
    public void An_authority_that_is_no_code_is_named_without_its_value() =>
        Assert.Equal(("Header/Source/LEA", "must be the authority's three-digit DfE code"), Unreadable(Encoding.UTF8.GetBytes(File("", "Canary"))));

    [Theory]
    [InlineData("E06000066", "933")]
    [InlineData("E10000027", "933")]
    [InlineData("E10000029", "935")]
    [InlineData("E10000020", "926")]
    [InlineData("E10000032", "938")]
    [InlineData("E06000064", "943")]
    public void Each_authority_knows_its_own_code(string gss, string lea)
    {
        var context = Context() with { Organisations = [new("ods", "ZZ999"), new("la", gss)] };

        var draft = Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(File(Child(Episode()), lea), context)).Drafts);

        Assert.Equal(new OrganisationSource("la", gss), draft.From);
    }

    [Fact]
    public void Of_two_authorities_the_one_of_the_file_speaks()
    {
        var context = Context() with { Organisations = [Cumberland, new("la", "E06000064")] };

        var draft = Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(File(Child(Episode()), "943"), context)).Drafts);

        Assert.Equal("la/E06000064", draft.From.Id);
    }

    [Fact]
    public void A_file_without_a_header_is_taken_for_the_participants_own() =>
        Assert.NotNull(Data<ConcernRaised>($"<Message><Children>{Child(Episode())}</Children></Message>"));

    [Fact]
    public void Somebody_who_speaks_for_nobody_can_send_nothing() =>
        Assert.IsType<FileTranslation.Unreadable>(Translate($"<Message><Children>{Child(Episode())}</Children></Message>", Context() with { Organisations = [] }));

    [Theory]
    [InlineData("", "must not be empty")]
    [InlineData("not XML", "must be well-formed XML in the encoding that it declares (line 1)")]
    [InlineData("<Bundle/>", "must have the root element Message of a Children in Need census")]
    [InlineData("<message><Children/></message>", "must have the root element Message of a Children in Need census")]
    [InlineData("<Message/>", "is required")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><Message><Children/></Message>", "must be well-formed XML in the encoding that it declares (line 1)")]
    [InlineData("<?xml version='1.0' encoding='nonsense'?><Message><Children/></Message>", "must be well-formed XML in the encoding that it declares (line 1)")]
    [InlineData("<!DOCTYPE Message [<!ENTITY a 'b'>]><Message><Children>&a;</Children></Message>", "must not have a document type declaration")]
    [InlineData("<Message><Children>&unknown;</Children></Message>", "must be well-formed XML in the encoding that it declares (line 1)")]
    public void A_file_that_is_no_census_is_refused_with_what_is_required(string content, string problem) =>
        Assert.Equal(problem, Unreadable(Encoding.UTF8.GetBytes(content)).Problem);

    [Fact]
    public void No_declared_encoding_makes_reading_throw()
    {
        string[] odd = ["utf-7", "utf-32", "utf-32BE", "ucs-2", "ucs-4", "iso-10646-ucs-2", "iso-8859-1", "windows-1252", "IBM037", "us-ascii", "x-Chinese-CNS", "65000", " ", "\u202E"];
        foreach (var name in odd.Concat(Encoding.GetEncodings().Select(e => e.Name)))
        {
            var text = $"<?xml version='1.0' encoding='{name}'?>{Good}";
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1 })
            {
                Assert.NotNull(Translate(encoding.GetBytes(text)));
                Assert.NotNull(Translate([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
            }
        }
    }

    [Fact]
    public void Nothing_of_a_truncated_file_is_used()
    {
        var whole = File(Child(Episode()) + Child(Episode(), Identifiers.Replace("0001", "0002", StringComparison.Ordinal)));

        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.IsType<FileTranslation.Unreadable>(Translate(whole[..length])));
    }

    [Fact]
    public void Bytes_that_are_not_the_declared_encoding_are_refused() =>
        Assert.Contains("encoding", Unreadable([.. Encoding.UTF8.GetBytes("<Message><Children>"), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes("</Children></Message>")]).Problem, StringComparison.Ordinal);

    [Fact]
    public void An_entity_bomb_is_refused_at_once()
    {
        var bomb = new StringBuilder("<!DOCTYPE Message [<!ENTITY e0 'canary'>");
        for (var i = 1; i < 30; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY e{i} '{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}'>");
        bomb.Append("]><Message><Children>&e29;</Children></Message>");

        var (took, problem) = Timed(() => Unreadable(Encoding.UTF8.GetBytes(bomb.ToString())).Problem);

        Assert.Equal("must not have a document type declaration", problem);
        Assert.True(took < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_external_entity_is_never_opened()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        var secret = Path.GetTempFileName();
        System.IO.File.WriteAllText(secret, "canary-of-a-file");
        try
        {
            foreach (var address in new[] { $"http://127.0.0.1:{port}/x.dtd", $"file://{secret}" })
            {
                Unreadable(Encoding.UTF8.GetBytes($"<!DOCTYPE Message SYSTEM \"{address}\"><Message><Children/></Message>"));
                Unreadable(Encoding.UTF8.GetBytes($"<!DOCTYPE Message [<!ENTITY x SYSTEM \"{address}\">]><Message><Children>&x;</Children></Message>"));
            }

            Assert.False(listener.Pending());
        }
        finally
        {
            System.IO.File.Delete(secret);
        }
    }

    [Theory]
    [InlineData("<Message><Children>")]
    [InlineData("<Message><Header>")]
    [InlineData("")]
    public void A_thousand_levels_are_refused(string before)
    {
        var deep = before + string.Concat(Enumerable.Repeat("<Message>", 1_000)) + string.Concat(Enumerable.Repeat("</Message>", 1_000));

        Assert.Equal($"must not be nested deeper than {CinLimits.Depth} levels", Unreadable(Encoding.UTF8.GetBytes(deep)).Problem);
    }

    private static (TimeSpan, T) Timed<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        return (watch.Elapsed, result);
    }
}
