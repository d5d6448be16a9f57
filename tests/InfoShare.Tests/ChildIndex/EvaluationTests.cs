using InfoShare.Adapters.Tables;
using InfoShare.ChildIndex.Batch;
using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Evaluating;
using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Similarity;
using InfoShare.Tests.Outside;

namespace InfoShare.Tests.ChildIndex;

/// <summary>How well people are linked whose records others have made, with what is known of the truth. No configuration is of one set.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("febrl1")]
    [InlineData("febrl2")]
    [InlineData("febrl3")]
    public void Without_any_number_next_to_nothing_is_linked_wrongly_and_next_to_nothing_is_missed(string set)
    {
        var (people, truth) = Febrl(set);

        var report = Evaluation.Of(truth, BatchLinking.Link(people).Pairs);

        Assert.InRange(report.Automatic.Precision!.Value, 0.999, 1);
        Assert.InRange(report.WithReview.Recall!.Value, 0.998, 1);
        Assert.InRange(report.WithReview.ToReview, 0, report.Pairs / 2);
    }

    [Fact]
    public void Of_fifty_thousand_hard_records_most_find_each_other()
    {
        var rows = Rows("historical_figures_with_errors_50k");
        List<Profile> people = [.. rows.Select(row => Person(row["first_name"], row["surname"], row["dob"], null, row["postcode_fake"]))];

        var report = Evaluation.Of([.. rows.Select(row => row["cluster"])], BatchLinking.Link(people).Pairs);

        Assert.InRange(report.Clustered.F1!.Value, 0.80, 1);
        Assert.InRange(report.Blocking.Recall!.Value, 0.80, 1);
    }

    [Theory]
    [InlineData("febrl1")]
    [InlineData("febrl2")]
    [InlineData("febrl3")]
    public void A_twin_with_an_unlike_name_is_linked_with_nobody_of_the_family(string set)
    {
        var rows = Rows(set);
        List<string> given = [.. rows.Select(row => row["given_name"]).Where(name => name.Length > 0)];
        List<(string Given, string Truth, Profile Person)> all = [.. rows.Select(row => (row["given_name"], TruthOf(row), PersonIn(row)))];
        for (var i = 0; i < rows.Count; i += 10)
        {
            var name = Enumerable.Range(1, given.Count).Select(step => given[(i + step * 7) % given.Count]).First(name => JaroWinkler.Of(name, rows[i]["given_name"]) < 0.92);
            all.Add((name, $"twin of {TruthOf(rows[i])}", PersonIn(rows[i], name)));
        }

        var pairs = BatchLinking.Link([.. all.Select(one => one.Person)]).Pairs;

        Assert.DoesNotContain(pairs, pair => pair.Status is LinkStatus.Match && AreTwins(all[pair.One].Truth, all[pair.Other].Truth)
            && JaroWinkler.Of(all[pair.One].Given, all[pair.Other].Given) < 0.92);
        Assert.Contains(pairs, pair => pair.Status is LinkStatus.PotentialMatch && AreTwins(all[pair.One].Truth, all[pair.Other].Truth));
    }

    [Fact]
    public void Two_lists_are_linked_across_only()
    {
        Profile[] people = [Person("Robin", "Fellgate", "2016-03-09", null, "CA99 1ZZ"), Person("Robin", "Fellgate", "2016-03-09", null, "CA99 1ZZ"), Person("Robin", "Felgate", "2016-03-09", null, "CA99 1ZZ")];

        Assert.Equal([(0, 2), (1, 2)], BatchLinking.Link(people, left: 2).Pairs.Select(pair => (pair.One, pair.Other)));
    }

    private static bool AreTwins(string one, string other) => one == $"twin of {other}" || other == $"twin of {one}";

    private static (List<Profile> People, List<string> Truth) Febrl(string set) => Rows(set) is var rows ? ([.. rows.Select(row => PersonIn(row))], [.. rows.Select(TruthOf)]) : default;

    private static string TruthOf(Dictionary<string, string> row) => row["rec_id"].Split('-')[1];

    private static Profile PersonIn(Dictionary<string, string> row, string? given = null) =>
        Person(given ?? row["given_name"], row["surname"], row["date_of_birth"], row["address_1"], row["postcode"]);

    private static Profile Person(string? given, string? family, string? birth, string? line, string? postcode) =>
        Profile.Of(new() { Names = [new(given, family)], DateOfBirth = birth, Places = [new(line, postcode)] });

    private static List<Dictionary<string, string>> Rows(string set)
    {
        var table = new Table(File.ReadAllBytes(Inputs.Require("identity", $"{set}.csv")));
        var header = table.Header(_ => true)!;
        return [.. table.Records(header).Select(row => header.Names.Select((name, i) => (name.Trim(), i < row.Cells.Count ? row.Cells[i] : "")).ToDictionary(cell => cell.Item1, cell => cell.Item2))];
    }
}
