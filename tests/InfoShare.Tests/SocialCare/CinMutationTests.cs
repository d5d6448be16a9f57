using System.Text;
using System.Xml.Linq;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinMutationTests
{
    private const string Canary = "Canary-Testperson";

    [Fact]
    public void Two_thousand_damaged_files_never_throw_and_every_record_is_accounted_for()
    {
        var random = new Random(20261120);
        byte[][] seeds =
        [
            System.IO.File.ReadAllBytes(ProjectRoot.Path("samples", "social-care-cumberland", "cin-sample.xml")),
            System.IO.File.ReadAllBytes(ProjectRoot.Path("samples", "social-care-suffolk", "cin-sample.xml")),
            Encoding.UTF8.GetBytes(File(Child(Episode() + Episode("2025-01-01")))),
        ];
        var readable = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var content = Damaged(seeds[i % seeds.Length], random);
            var context = Context(accept: "935");
            if (Translate(content, context) is not FileTranslation.Readable file)
                continue;
            readable++;
            var records = file.Records.ToList();
            Assert.Equal(CountOfRecords(content), records.Count);
            Assert.Equal(records.Count, records.Select(r => r.Place).Distinct().Count());
            Assert.All(Drafts(records), draft => Assert.Empty(FieldLimits.Check(draft.Data, "")));
        }

        Assert.InRange(readable, 300, 1_900);
    }

    [Fact]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        var sample = XDocument.Load(ProjectRoot.Path("samples", "social-care-cumberland", "cin-sample.xml"));
        foreach (var leaf in sample.Descendants().Where(e => !e.HasElements).ToList())
        {
            var before = leaf.Value;
            leaf.Value = Canary;
            AssertSilent(Translate(sample.ToString()));
            leaf.Value = before;
        }

        AssertSilent(Translate($"<Message><Children><{Canary}/><Child><{Canary}/></Child></Children></Message>"));
        AssertSilent(Translate($"<Message><Children><Child></{Canary}></Children></Message>"));
        AssertSilent(Translate($"<Message><Children>&{Canary};</Children></Message>"));
        AssertSilent(Translate($"<{Canary}/>"));
        AssertSilent(Translate($"<!DOCTYPE {Canary}><Message/>"));
        AssertSilent(Translate($"<?xml version='1.0' encoding='{Canary}'?><Message/>"));
    }

    private static void AssertSilent(FileTranslation file)
    {
        IEnumerable<string> said = file switch
        {
            FileTranslation.Unreadable unreadable => unreadable.Problems.Select(p => p.ToString()),
            FileTranslation.Readable readable => readable.Records.SelectMany(Said),
            _ => [],
        };
        Assert.DoesNotContain(said, text => text.Contains("Canary", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Said(RecordTranslation record) => record switch
    {
        RecordTranslation.Quarantined bad => [bad.Place, .. bad.Problems.Select(p => p.ToString())],
        RecordTranslation.NothingToSend nothing => [nothing.Place, nothing.Reason],
        RecordTranslation.Messages messages => [messages.Place, .. messages.Drafts.SelectMany(Marks).Select(m => m.Field + m.Problem), .. messages.Drafts.Select(Facts)],
        _ => [],
    };

    private static string Facts(Draft draft) => (draft.Data as ConcernRaised)?.Parts.Incident?.Facts ?? "";

    private static IEnumerable<Draft> Drafts(IEnumerable<RecordTranslation> records) => records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts);

    private static IReadOnlyList<Mark> Marks(Draft draft) => draft.Data switch
    {
        ConcernRaised concern => concern.Marks,
        ChildMovedArea move => move.Marks,
        InvolvementRecorded involvement => involvement.Marks,
        _ => [],
    };

    private static int CountOfRecords(byte[] content) =>
        XDocument.Load(new MemoryStream(content)).Root!.Elements().Where(e => e.Name.LocalName is "Children").Elements()
            .Sum(c => c.Name.LocalName is "Child" ? Math.Max(1, c.Elements().Count(e => e.Name.LocalName is "CINdetails")) : 1);

    /// <summary>Half the damage is to bytes; half is to whole texts and tags, so that it stays XML more often.</summary>
    private static byte[] Damaged(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
                default: ReplaceText(bytes, at, random); break;
            }
        }

        return [.. bytes];
    }

    private static void ReplaceText(List<byte> bytes, int at, Random random)
    {
        string[] values = ["", "0", "RC5", "2026-11-19", "2026-02-30", "9999-12-31", "0001-01-01", "true", "N1", Canary, "&lt;Child&gt;", "<x/>", "\u202E", "942"];
        var start = bytes.IndexOf((byte)'>', at) + 1;
        var end = start == 0 ? -1 : bytes.IndexOf((byte)'<', start);
        if (end < 0)
            return;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(values[random.Next(values.Length)]));
    }
}
