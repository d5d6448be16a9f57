using InfoShare.Cli.Chronologies;
using InfoShare.Console.Chronologies;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Histories;

namespace InfoShare.Tests.Commands;

/// <summary>A chronology in words, as a table and as a page.</summary>
public class ChronologyPagesTests
{
    private static readonly ChronologyAnswer Told = new(
        null, "la/E06000063#children-services-front-door", new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        [new(1, [], null, null, new() { HeldBy = "E06000063", Transfer = TransferState.Requested }), new(2, ["sibling"], new(2026, 3, 1), new(2026, 4, 2), null)],
        [
            new(new(2025, 2, 1), new(2025, 8, 1), 1, "plan", AgencyKind.SocialCare, Plan: new() { Type = PlanType.ChildInNeed, End = new(2025, 8, 1), Effect = PlanEffect.NoEffect }),
            new(new(2026, 3, 2), null, 1, "concern", AgencyKind.Police, 4, ["NEG"], ConcernOutcome.S47, Parts: new() { Identity = new() { Names = [new() { Family = "Testperson", Given = ["Robin"] }], DateOfBirth = new(2016, 5, 14) }, Incident = new() { Facts = "=1+1 \"quoted\" <b>bold</b>\nsecond line" } }),
            new(new(2026, 4, 2), null, 2, "move", AgencyKind.Health, Move: MoveType.Permanent, WordsErased: true),
        ]);

    [Fact]
    public void In_words_each_event_has_its_day_its_child_and_what_is_known_of_it() => Assert.Equal(
        """
        child 1: Robin Testperson, born 2016-05-14; responsible: E06000063, transfer requested
        child 2, family: sibling, told from 2026-03-01 to 2026-04-02
        2025-02-01 to 2025-08-01  child 1  plan: child-in-need, it came to: no-effect
        2026-03-02  child 1  concern, level 4, significant harm (s.47), NEG, told by: Police; decided: s47
            =1+1 "quoted" <b>bold</b> second line
        2026-04-02  child 2  move, permanent, told by: Health agency (its words are no longer kept)
        3 events, as far as la/E06000063#children-services-front-door may know
        """,
        string.Join('\n', ChronologyWords.Of(Told)));

    [Fact]
    public void As_a_table_a_text_is_one_field_and_never_a_formula()
    {
        var rows = ChronologyTable.Of(Told);
        Assert.StartsWith("\"on\",\"until\",\"child\",\"kind\"", rows, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1 \"\"quoted\"\" <b>bold</b>\nsecond line\"\r\n", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void As_a_page_what_came_from_outside_is_text()
    {
        var page = ChronologyPage.Of(Told);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("20 November 2026, 09:00", page, StringComparison.Ordinal);
    }
}
