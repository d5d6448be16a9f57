using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

/// <summary>The project's own fictional censuses do what the demonstration says they do.</summary>
public sealed class CinSamplesTests
{
    [Fact]
    public void The_sample_of_Cumberland_shows_every_outcome()
    {
        var records = Sample("social-care-cumberland", Cumberland.Code);

        Assert.Equal([3, 4, 4, 3, 3, 3, 3], DataOf(records).OfType<ConcernRaised>().Select(c => c.LevelOfNeed!.Value));
        Assert.Single(DataOf(records).OfType<InvolvementRecorded>());
        Assert.Single(DataOf(records).OfType<ChildMovedArea>());
        Assert.Equal([CinReasons.Closed, CinReasons.Adult, CinReasons.HasDied], records.OfType<RecordTranslation.NothingToSend>().Select(n => n.Reason));
        Assert.Equal("Child[12]/CINdetails[1]/CINreferralDate", Assert.Single(Assert.Single(records.OfType<RecordTranslation.Quarantined>()).Problems).Field);
        Assert.Equal(
            ["ChildIdentifiers/Sex", "CINdetails/Assessments[1]/FactorsIdentifiedAtAssessment/AssessmentFactors[2]"],
            DataOf(records).OfType<ConcernRaised>().SelectMany(c => c.Marks).Select(m => m.Field));
        Assert.Equal(13, records.Count);
    }

    [Fact]
    public void The_sample_of_Suffolk_has_two_concerns_and_a_closed_episode()
    {
        var records = Sample("social-care-suffolk", "E10000029");

        Assert.Equal([4, 3], DataOf(records).OfType<ConcernRaised>().Select(c => c.LevelOfNeed!.Value));
        Assert.Equal(CinReasons.Closed, Assert.Single(records.OfType<RecordTranslation.NothingToSend>()).Reason);
    }

    private static IReadOnlyList<RecordTranslation> Sample(string participant, string gss) => [.. Assert.IsType<FileTranslation.Readable>(Translate(
        System.IO.File.ReadAllBytes(ProjectRoot.Path("samples", participant, "cin-sample.xml")),
        Context() with { Organisations = [new("la", gss)] })).Records];

    private static IEnumerable<object> DataOf(IEnumerable<RecordTranslation> records) =>
        records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Select(d => d.Data);
}
