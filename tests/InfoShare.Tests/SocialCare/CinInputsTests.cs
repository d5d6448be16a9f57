using System.Xml.Linq;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

/// <summary>Censuses that others wrote, with their flaws.</summary>
public sealed class CinInputsTests
{
    [Theory]
    [InlineData("2022-07-21")]
    [InlineData("2024-03-31")]
    [InlineData("2026-11-20")]
    [InlineData("2031-01-01")]
    public void Every_episode_of_the_large_sample_has_one_outcome_that_a_second_reader_agrees_with(string asOf)
    {
        var content = Input("fake_CIN_data.xml");
        var today = Parse(asOf);

        var records = Read(content, today);

        Assert.Equal(402, records.Count);
        Assert.Equal(Expected(content, today), records.Select(Kind));
    }

    [Theory]
    [InlineData("2022-07-21", "217 closed episode, 13 concern, 141 involvement, 1 move, 30 the child has died")]
    [InlineData("2024-03-31", "42 an adult, 192 closed episode, 138 involvement, 30 the child has died")]
    [InlineData("2026-11-20", "100 an adult, 150 closed episode, 122 involvement, 30 the child has died")]
    public void The_large_sample_gives_these_counts(string asOf, string counts) =>
        Assert.Equal(counts, string.Join(", ", Read(Input("fake_CIN_data.xml"), Parse(asOf)).CountBy(Kind).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} {k.Key}")));

    [Fact]
    public void In_the_large_sample_wrong_check_letters_are_kept_and_said()
    {
        var upns = Read(Input("fake_CIN_data.xml"), new(2022, 7, 21), 10_000).OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts)
            .Select(d => d.Data).Select(d => ((d as ConcernRaised)?.Parts ?? (d as InvolvementRecorded)?.Parts ?? ((ChildMovedArea)d).Parts).Identity!)
            .SelectMany(i => i.Identifiers).Where(i => i.System is IdentifierSystem.Upn).ToList();

        Assert.Contains(upns, upn => upn.Status is IdentifierStatus.CheckFailed);
        Assert.DoesNotContain(upns, upn => upn.Status is null);
    }

    [Theory]
    [InlineData("2022-11-01", "concern", "quarantined")]
    [InlineData("2024-10-26", CinReasons.Closed, "concern")]
    [InlineData("2024-11-10", CinReasons.Closed, CinReasons.Closed)]
    public void The_full_records_of_the_2024_sample_are_read_in_spite_of_their_flaws(string asOf, string first, string second) =>
        Assert.Equal([first, second], Read(Input("CIN_Census_2024.xml"), Parse(asOf)).Select(Kind));

    [Fact]
    public void The_flaws_of_the_2024_sample_are_marked_and_nothing_else()
    {
        var records = Read(Input("CIN_Census_2024.xml"), new(2022, 11, 1));

        var concern = Assert.IsType<ConcernRaised>(Assert.IsType<RecordTranslation.Messages>(records[0]).Drafts[0].Data);
        Assert.Equal(
            [
                "ChildIdentifiers/Sex",
                "CINdetails/CINclosureDate",
                "CINdetails/Assessments[1]/AssessmentActualStartDate",
                "CINdetails/Assessments[1]/FactorsIdentifiedAtAssessment/AssessmentFactors[2]",
                "CINdetails/CINPlanDates[1]/CINPlanStartDate",
            ],
            concern.Marks.Select(m => m.Field));
        Assert.Equal(["1C", "6B"], concern.Parts.Incident!.Factors);
        Assert.Equal(["HAND", "HEAR"], concern.Parts.Identity!.Disabilities);
    }

    [Fact]
    public void Two_equal_plans_of_one_episode_are_one()
    {
        var record = Assert.Single(Read(Input("CIN2rows.xml"), new(2022, 11, 1)));

        var concern = Assert.IsType<ConcernRaised>(Assert.IsType<RecordTranslation.Messages>(record).Drafts[0].Data);
        Assert.Single(concern.Parts.Plan!.Plans, plan => plan.Type is PlanType.ChildProtection);
    }

    [Theory]
    [InlineData("cin-2022.xml")]
    [InlineData("CIN_la_issues_2887Q.xml")]
    public void The_samples_of_1970_are_about_somebody_who_has_died(string name) =>
        Assert.Equal(CinReasons.HasDied, Kind(Assert.Single(Read(Input(name), Today))));

    [Theory]
    [InlineData("cin-2022.xml")]
    [InlineData("CIN_la_issues_2887Q.xml")]
    public void In_1970_the_same_samples_are_a_concern_about_a_child(string name) =>
        Assert.Equal("concern", Kind(Assert.Single(Read(Input(name), new(1970, 10, 20)))));

    [Theory]
    [InlineData("CIN_schema_2024.xsd")]
    [InlineData("SSDA903_2020_episodes.csv")]
    [InlineData("SSDA903_episodes_for_testing_fixes_INPUT.csv")]
    public void Other_files_of_social_care_are_no_census_by_name_or_content(string name)
    {
        var content = Input(name);

        Assert.False(new CinTranslator().Recognises(name, content));
        Assert.False(new CinTranslator().Recognises("cin.xml", content));
        Assert.NotEmpty(Unreadable(content).Problem);
    }

    [Theory]
    [InlineData("fake_CIN_data.xml", "975")]
    [InlineData("CIN_Census_2024.xml", "201")]
    [InlineData("CIN2rows.xml", "201")]
    [InlineData("CIN_la_issues_2887Q.xml", "201")]
    [InlineData("cin-2022.xml", "201")]
    public void Each_sample_is_recognised_and_is_of_another_authority(string name, string lea)
    {
        var content = Input(name);

        Assert.True(new CinTranslator().Recognises(name, content.AsSpan(0, 1_000)));
        Assert.StartsWith($"the file is of authority {lea}", Unreadable(content).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_of_every_sample_keeps_the_limits_of_its_contract()
    {
        foreach (var name in new[] { "fake_CIN_data.xml", "CIN_Census_2024.xml", "CIN2rows.xml", "CIN_la_issues_2887Q.xml", "cin-2022.xml" })
            foreach (var year in new[] { 1971, 2013, 2021, 2022, 2023, 2026 })
                foreach (var draft in Read(Input(name), new(year, 6, 30), 400).OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts))
                    Assert.Empty(FieldLimits.Check(draft.Data, ""));
    }

    private static byte[] Input(string name) => System.IO.File.ReadAllBytes(Inputs.Require("social-care", name));

    private static IReadOnlyList<RecordTranslation> Read(byte[] content, DateOnly asOf, int days = 30) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(content, Context(asOf, days, "201", "975"))).Records];

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Kind(RecordTranslation record) => record switch
    {
        RecordTranslation.NothingToSend nothing => nothing.Reason,
        RecordTranslation.Quarantined => "quarantined",
        RecordTranslation.Messages { Drafts: [{ Data: ConcernRaised }] } => "concern",
        RecordTranslation.Messages { Drafts: [{ Data: InvolvementRecorded }] } => "involvement",
        RecordTranslation.Messages { Drafts: [{ Data: ChildMovedArea }] } => "move",
        _ => "several",
    };

    /// <summary>The rules again, written apart, for a file whose every field is well-formed.</summary>
    private static IEnumerable<string> Expected(byte[] content, DateOnly today)
    {
        static DateOnly? Day(XElement parent, string name) => parent.Element(name) is { } e ? Parse(e.Value) : null;

        foreach (var child in XDocument.Load(new MemoryStream(content)).Descendants("Child"))
            foreach (var episode in child.Elements("CINdetails"))
            {
                var ids = child.Element("ChildIdentifiers")!;
                var (born, died, referred, closed) = (Day(ids, "PersonBirthDate"), Day(ids, "PersonDeathDate"), Day(episode, "CINreferralDate"), Day(episode, "CINclosureDate"));
                var open = closed is null || closed > today || closed < referred;
                var moved = episode.Element("ReasonForClosure")?.Value is "RC5";
                yield return died <= today ? CinReasons.HasDied
                    : born?.AddYears(18) <= today ? CinReasons.Adult
                    : referred > today ? "quarantined"
                    : open ? (referred >= today.AddDays(-30) ? "concern" : "involvement")
                    : !moved ? CinReasons.Closed
                    : closed >= today.AddDays(-30) ? "move" : "involvement";
            }
    }
}
