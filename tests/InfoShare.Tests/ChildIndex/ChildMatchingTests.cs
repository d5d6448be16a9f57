using InfoShare.ChildIndex;
using InfoShare.ChildIndex.Deciding;

namespace InfoShare.Tests.ChildIndex;

public sealed class ChildMatchingTests
{
    private static readonly Evidence Robin = new("sender-1", "nhs-1", "upn-1", null, "birth-1");
    private static readonly KnownChild Known = new("child-1", "nhs-1", "birth-1");

    [Fact]
    public void A_child_nobody_knows_is_new() =>
        Assert.Equal((null, MatchStatus.New), Outcome(ChildMatching.Match(Robin, null, [])));

    [Fact]
    public void The_same_NHS_number_and_birth_date_is_the_same_child() =>
        Assert.Equal(("child-1", MatchStatus.Known), Outcome(ChildMatching.Match(Robin, null, [("nhs-number", Known)])));

    [Fact]
    public void Two_different_NHS_numbers_never_merge() =>
        Assert.Equal((null, MatchStatus.Provisional), Outcome(ChildMatching.Match(Robin with { NhsNumber = "nhs-2" }, null, [("upn", Known)])));

    [Fact]
    public void A_number_that_the_issuer_has_replaced_is_of_the_same_child_whoever_has_heard_of_it()
    {
        var replaced = Robin with { NhsNumber = "nhs-2", FormerNhsNumbers = ["nhs-1"] };
        Assert.Equal(("child-1", MatchStatus.Known), Outcome(ChildMatching.Match(replaced, null, [("nhs-number", Known)])));
        Assert.Equal(("child-1", MatchStatus.Known), Outcome(ChildMatching.Match(Robin, null, [("nhs-number", Known with { NhsNumber = "nhs-2", FormerNhsNumbers = ["nhs-1"] })])));
        Assert.Equal((null, MatchStatus.Provisional), Outcome(ChildMatching.Match(replaced with { NhsNumber = "nhs-3", FormerNhsNumbers = ["nhs-4"] }, null, [("upn", Known)])));
    }

    [Fact]
    public void A_number_typed_for_a_child_born_on_another_day_does_not_merge() =>
        Assert.Equal((null, MatchStatus.Provisional), Outcome(ChildMatching.Match(Robin with { Birth = "birth-2" }, null, [("nhs-number", Known)])));

    [Fact]
    public void Keys_that_point_at_two_children_leave_the_sender_with_its_own() =>
        Assert.Equal(("child-1", MatchStatus.Provisional), Outcome(ChildMatching.Match(Robin, Known, [("nhs-number", new("child-2", null, null))])));

    [Fact]
    public void The_senders_own_key_survives_a_corrected_birth_date() =>
        Assert.Equal(("child-1", MatchStatus.Known), Outcome(ChildMatching.Match(Robin with { Birth = "birth-2" }, Known, [])));

    [Fact]
    public void A_child_that_is_known_by_details_is_linked_unless_their_NHS_numbers_differ()
    {
        var lookedUp = Lookup.Decide([new("record-2", "child-1", 0.9999, LinkStatus.Match), new("record-3", "child-2", 0.3, LinkStatus.PotentialMatch)]);

        Assert.Equal((LookupStatus.Match, "child-1"), (lookedUp.Status, lookedUp.Child));
        Assert.Equal(["record-3"], lookedUp.ToReview("child-1").Select(one => one.Record));
        Assert.Equal(("child-1", MatchStatus.Known), Outcome(ChildMatching.ByDetails(Robin, lookedUp, Known)));
        Assert.Equal((null, MatchStatus.Provisional), Outcome(ChildMatching.ByDetails(Robin with { NhsNumber = "nhs-2" }, lookedUp, Known)));
    }

    [Fact]
    public void Who_is_like_several_children_is_taken_for_none_of_them()
    {
        var lookedUp = Lookup.Decide([new("record-2", "child-1", 0.9999, LinkStatus.Match), new("record-3", "child-2", 0.9995, LinkStatus.Match)]);

        Assert.Equal((LookupStatus.ManyMatch, null), (lookedUp.Status, lookedUp.Child));
        Assert.Equal((null, MatchStatus.New), Outcome(ChildMatching.ByDetails(Robin, lookedUp, null)));
    }

    private static (string?, MatchStatus) Outcome(ChildMatch match) => (match.Token, match.Status);
}
