using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Police.Notices;

namespace InfoShare.Tests.Police;

public sealed class HostileNoticeTests
{
    private const string Canary = "Canary-Testperson";

    [Fact]
    public void Two_thousand_damaged_files_never_throw_and_every_record_is_accounted_for()
    {
        var random = new Random(20261120);
        byte[][] seeds = [Sample("full.json"), Sample("full.xml"), Encoding.UTF8.GetBytes($"[{Notice()}, {Notice($"{Robin}, {Robin}")}]")];
        var readable = 0;
        for (var i = 0; i < 2_000; i++)
        {
            if (Translate(Damaged(seeds[i % seeds.Length], random)) is not FileTranslation.Readable file)
                continue;
            readable++;
            var records = file.Records.ToList();
            Assert.Equal(records.Count, records.Select(r => r.Place).Distinct().Count());
            Assert.All(records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts), draft => Assert.Empty(FieldLimits.Check(draft.Data, "")));
        }

        Assert.InRange(readable, 300, 1_900);
    }

    [Fact]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        foreach (var path in Leaves(JsonNode.Parse(Sample("full.json"))!, ""))
            AssertSilent(Full(path, Canary));

        AssertSilent($$"""{ "format": "infoshare.police.child-notification", "{{Canary}}": 1 }""");
        AssertSilent($"<childNotification><{Canary}></childNotification>");
        AssertSilent($"<!DOCTYPE {Canary}><childNotification/>");
        AssertSilent($"<childNotifications><{Canary}/></childNotifications>");
        AssertSilent($"<{Canary}/>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("<childNotification>")]
    [InlineData("<!DOCTYPE childNotification [<!ENTITY a 'b'>]><childNotification>&a;</childNotification>")]
    [InlineData("<childNotification/><childNotification/>")]
    public void What_is_no_file_of_notices_cannot_be_read(string text) => Assert.IsType<FileTranslation.Unreadable>(Translate(text));

    [Fact]
    public void Nesting_size_and_number_have_limits()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var deepJson = string.Concat(Enumerable.Repeat("{\"a\":", 1_000)) + "1" + new string('}', 1_000);

        Assert.IsType<FileTranslation.Unreadable>(Translate($"<childNotification>{deep}"));
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(deepJson)));
        Assert.IsType<FileTranslation.Unreadable>(Translate(new byte[NoticeLimits.Bytes + 1]));
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(Notice(rest: $"\"x\": \"{new string('x', NoticeLimits.NoticeBytes)}\""))));
        Assert.IsType<FileTranslation.Unreadable>(Translate($"<childNotifications>{string.Concat(Enumerable.Repeat("<a/>", NoticeLimits.Elements))}</childNotifications>"));
    }

    [Fact]
    public void Half_a_character_and_a_name_given_twice_do_no_harm()
    {
        var concern = Concern(Notice("""{ "name": { "family": "Test\ud800person" }, "sex": "F", "sex": "M", "\ud800": 1 }"""));

        Assert.Contains("children.sex", concern.Marks.Select(m => m.Field));
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!, path + p.Key + ".")),
        JsonArray a => a.SelectMany((item, i) => Leaves(item!, $"{path}{i}.")),
        _ => [path.TrimEnd('.')],
    };

    private static void AssertSilent(string text)
    {
        IEnumerable<string> said = Translate(text) switch
        {
            FileTranslation.Unreadable unreadable => unreadable.Problems.Select(p => p.ToString()),
            FileTranslation.Readable readable => readable.Records.SelectMany(Said),
            _ => [],
        };
        Assert.DoesNotContain(said, t => t.Contains("Canary", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Said(RecordTranslation record) => record switch
    {
        RecordTranslation.Quarantined bad => [bad.Place, .. bad.Problems.Select(p => p.ToString())],
        RecordTranslation.NothingToSend nothing => [nothing.Place, nothing.Reason],
        RecordTranslation.Messages messages => [messages.Place, .. messages.Drafts.SelectMany(d => ((ConcernRaised)d.Data).Marks).Select(m => m.Field + m.Problem)],
        _ => [],
    };

    private static byte[] Damaged(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
                default: ReplaceDigitsOrLetters(bytes, at, random); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Keeps it JSON or XML more often.</summary>
    private static void ReplaceDigitsOrLetters(List<byte> bytes, int at, Random random)
    {
        for (var i = at; i < Math.Min(at + 12, bytes.Count); i++)
        {
            if (char.IsAsciiDigit((char)bytes[i]))
                bytes[i] = (byte)('0' + random.Next(10));
            else if (char.IsAsciiLetterLower((char)bytes[i]) && random.Next(4) == 0)
                bytes[i] = (byte)('a' + random.Next(26));
        }
    }
}
