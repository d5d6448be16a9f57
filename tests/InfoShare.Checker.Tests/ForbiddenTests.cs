using InfoShare.Checker.Checks;
using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Tests;

public sealed class ForbiddenTests
{
    private const string Street = "Zzhiddenab";
    private readonly World world = new();

    [Theory]
    [InlineData("la/E10000029", Role.FrontDoor)]
    [InlineData("police/03", Role.Police)]
    [InlineData("la/E06000063", Role.EarlyHelp)]
    public void Somebody_who_must_not_have_it_is_found(string organisation, string role)
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Effects.Add(world.Effect(concern, new(organisation, role)));

        Assert.Contains(role, world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void An_allegation_that_reaches_the_front_door_is_found()
    {
        var allegation = world.Deliver(MessageKind.Concern, m => m with { Level = 4, AllegationAgainstStaff = true });
        world.Effects.Add(world.Effect(allegation, new("la/E06000063", Role.FrontDoor)));

        Assert.Contains(Role.FrontDoor, world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_too_many_is_found()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Spoil(concern, Role.SchoolNurse, e => e with { Parts = e.Parts.Append("thirdParty").ToHashSet() });

        Assert.Contains("thirdParty", world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_street_is_found_wherever_somebody_without_the_grant_reads_it()
    {
        var concern = world.Deliver(MessageKind.Concern, m => m with { Level = 4, HiddenStreet = Street });
        world.Spoil(concern, Role.FrontDoor, e => e with { HiddenStreets = new HashSet<string> { Street } });
        Assert.Empty(world.Check().Findings);

        world.Spoil(concern, Role.ConferenceChair, e => e with { HiddenStreets = new HashSet<string> { Street } });
        Assert.Contains(Role.ConferenceChair, world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_street_in_a_notice_is_found()
    {
        var concern = world.Tell(MessageKind.Concern, m => m with { Level = 1 });
        world.TellSender(concern, "no-agreement");
        world.Effects[^1] = world.Effects[^1] with { HiddenStreets = new HashSet<string> { Street } };

        world.Finds(FindingKind.Forbidden);
    }

    [Fact]
    public void What_is_in_use_after_the_agreement_was_taken_back_is_found()
    {
        world.Tell(MessageKind.Consent);
        var concern = world.Deliver(MessageKind.Concern, m => m with { Level = 2, Agreed = true });
        world.Tell(MessageKind.ConsentWithdrawal);
        Assert.Contains(Role.EarlyHelp, world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);

        world.Recall(concern);
        Assert.Empty(world.Check().Findings);
    }

    [Fact]
    public void What_was_sent_after_the_agreement_was_taken_back_is_found_even_when_it_is_recalled()
    {
        world.Tell(MessageKind.Consent);
        var concern = world.Deliver(MessageKind.Concern, m => m with { Level = 2, Agreed = true });
        world.Tell(MessageKind.ConsentWithdrawal);
        world.Spoil(concern, Role.EarlyHelp, e => e with { Written = e.Written.AddSeconds(5) });
        world.Recall(concern);

        Assert.Contains("was sent at", world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_message_that_reached_somebody_is_found()
    {
        var refused = world.Tell(MessageKind.Concern, outcome: Outcome.Fail);
        world.Effects.Add(world.Effect(refused, new("la/E06000063", Role.FrontDoor)));

        Assert.Contains("refused", world.Finds(FindingKind.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_may_have_been_taken_may_reach_somebody()
    {
        var unknown = world.Tell(MessageKind.Concern, outcome: Outcome.Unknown);
        world.Effects.Add(world.Effect(unknown, new("la/E06000063", Role.FrontDoor)));

        Assert.Empty(world.Check().Findings);
    }

    [Fact]
    public void Hidden_streets_are_known_in_any_letter_case() =>
        Assert.Equal([Canary.HiddenStreet(10)], Canary.HiddenStreetsIn($"near 7 {Canary.HiddenStreet(10).ToUpperInvariant()} CLOSE"));
}
