using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.SocialCare.Episodes;

namespace InfoShare.Tests.SocialCare;

/// <summary>Episodes files that others wrote, with their flaws.</summary>
public sealed class Ssda903InputsTests
{
    private const string Official = "SSDA903_2020_episodes.csv";
    private const string Iso = "SSDA903_episodes_for_testing_fixes_INPUT.csv";

    [Theory]
    [InlineData(Official, "2026-11-20", 30, "1 before, 3 died, 1 stay")]
    [InlineData(Iso, "2022-12-01", 20_000, "2 adult, 3 before, 2 died, 7 first, 1 legal, 6 move, 1 same, 1 status")]
    [InlineData(Iso, "2026-11-20", 30, "2 adult, 3 before, 2 died, 7 first, 1 legal, 6 old, 1 same, 1 status")]
    [InlineData(Iso, "2018-06-01", 365, "2 before, 2 died, 4 first, 1 legal, 2 old, 10 quarantined, 1 same, 1 status")]
    public void Every_row_has_one_outcome(string name, string asOf, int recentDays, string counts)
    {
        var records = Read(name, asOf, recentDays);

        Assert.Equal(counts.Split(", "), records.CountBy(Short).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} {k.Key}"));
        Assert.Equal(records.Count, records.Select(r => r.Place).Distinct().Count());
        Assert.All(records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts), draft => Assert.Empty(FieldLimits.Check(draft.Data, "")));
    }

    private static IReadOnlyList<RecordTranslation> Read(string name, string asOf, int recentDays) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(
            File.ReadAllBytes(Inputs.Require("social-care", name)),
            CinSample.Context(DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), recentDays))).Records];

    private static string Short(RecordTranslation record) => Kind(record) switch
    {
        Ssda903Reasons.Adult => "adult",
        Ssda903Reasons.HasDied => "died",
        Ssda903Reasons.FirstEpisode => "first",
        Ssda903Reasons.NoneBefore => "before",
        Ssda903Reasons.LegalStatusOnly => "legal",
        Ssda903Reasons.StatusOfPlaceOnly => "status",
        Ssda903Reasons.NoChangeOfHome => "stay",
        Ssda903Reasons.SamePostcode => "same",
        Ssda903Reasons.LongAgo => "old",
        var kind => kind,
    };
}
