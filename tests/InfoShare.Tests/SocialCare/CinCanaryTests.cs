using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Tests.Fuzz;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinCanaryTests
{
    private const string Canary = Values.Canary;

    [Fact]
    public void Whatever_field_holds_a_personal_value_neither_reasons_nor_facts_repeat_it()
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

    /// <summary>Facts are built from codes alone.</summary>
    private static void AssertSilent(FileTranslation file)
    {
        Assert.Null(Account.Fault(file));
        if (file is FileTranslation.Readable readable)
            Assert.DoesNotContain(Canary, string.Concat(readable.Records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Select(d => (d.Data as ConcernRaised)?.Parts.Incident?.Facts)), StringComparison.Ordinal);
    }
}
