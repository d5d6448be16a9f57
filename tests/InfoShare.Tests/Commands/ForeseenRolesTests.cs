using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Recipients;
using Xunit;

namespace InfoShare.Tests.Commands;

/// <summary>What is foreseen of a message is what routing decides about it in an area that has every role.</summary>
public sealed class ForeseenRolesTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly IdentityPart Child = new() { Names = [new() { Given = ["Robin"] }], DateOfBirth = new(2016, 5, 14) };

    public static TheoryData<string> Named { get; } = [.. Messages.Keys];

    private static Dictionary<string, object> Messages => new()
    {
        ["level 5"] = Concern(5),
        ["level unknown"] = Concern(null),
        ["level 3"] = Concern(3),
        ["level 2"] = Concern(2),
        ["level 1, sexual abuse"] = Concern(1, incident: new() { Categories = ["SAB"] }),
        ["level 0, domestic abuse"] = Concern(0, incident: new() { Factors = ["3B"] }),
        ["level 1, immediate danger"] = Concern(1) with { ImmediateDanger = true },
        ["level 4, unborn"] = Concern(4, child: new() { ExpectedDateOfBirth = new(2027, 2, 1) }),
        ["level 4, four years old"] = Concern(4, child: Child with { DateOfBirth = new(2022, 5, 14) }),
        ["allegation"] = Concern(4) with { AllegationAgainstStaff = true },
        ["handling C"] = Concern(4) with { Handling = new() { Code = HandlingCode.C } },
        ["handling C, conditions"] = Concern(4) with { Handling = WithConditions },
        ["handling C, conditions, allegation"] = Concern(4) with { Handling = WithConditions, AllegationAgainstStaff = true },
        ["correction"] = new ConcernCorrected { Corrects = "m-1", Changed = [], Concern = Concern(3) },
        ["move"] = Move(MoveType.Permanent),
        ["boundary change"] = Move(MoveType.BoundaryChange),
    };

    private static Handling WithConditions => new() { Code = HandlingCode.C, Conditions = "Call first.", NamedRecipients = ["ods/ZZ999#named-nurse"] };

    [Theory]
    [MemberData(nameof(Named))]
    public void They_are_those_that_routing_decides_on(string name)
    {
        var data = Messages[name];

        var foreseen = ForeseenRoles.Of(data, AgencyKind.Police, Day)!;

        Assert.Equal(Decided(data, []), foreseen.Always.Order(StringComparer.Ordinal));
        Assert.Equal(Decided(data, [Agreement]), foreseen.Always.Concat(foreseen.WithAgreement).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_concerns_and_moves_have_any()
    {
        Assert.Null(ForeseenRoles.Of(new InvolvementRecorded { InvolvementId = "i", Parts = new() { Identity = Child } }, AgencyKind.SocialCare, Day));
        Assert.Null(ForeseenRoles.Of(new ConcernWithdrawn { ConcernId = "c", Reason = WithdrawalReason.SentInError }, AgencyKind.SocialCare, Day));
    }

    private static ConsentFact Agreement => new(AgreementTo.Share, ConsentAnswer.Given, [], [], DateTimeOffset.MinValue, null, null);

    /// <summary>A message of Suffolk's police about a child of Cumberland, so that nobody is left out for having said it.</summary>
    private static IEnumerable<string> Decided(object data, IReadOnlyList<ConsentFact> consents)
    {
        var subject = Subject.Of(data)!;
        var type = data switch { ConcernCorrected => "concern.corrected", ChildMovedArea => "child.movedArea", _ => "concern.raised" };
        var facts = MessageFactsOf.Create(type, AgencyKind.Police, subject, null, null);
        var age = subject.Parts!.Identity!.DateOfBirth is { } birth ? Age.On(Day, birth) : (int?)null;
        var place = new ChildPlace("E06000063", null, "999998", "Z99999", "la/E06000063/fell-team", age);
        return Candidates.For(facts, place, "police-suffolk", "police/37", SharingPolicies.OfThisRelease.All[0], Directory, Day)
            .Where(c => SharingPolicies.OfThisRelease.All[0].Decide(new(facts, c.Facts, consents, new(Day, default, TimeSpan.Zero))).MayKnow)
            .Select(c => c.Facts.Role).Distinct().Order(StringComparer.Ordinal);
    }

    private static ConcernRaised Concern(int? level, IncidentPart? incident = null, IdentityPart? child = null) =>
        new() { ConcernId = "c-1", LevelOfNeed = level, Parts = new() { Identity = child ?? Child, Incident = incident } };

    private static ChildMovedArea Move(MoveType type) =>
        new() { MoveId = "m-1", MoveType = type, DetectedBy = MoveSignal.Address, Parts = new() { Identity = Child } };
}
