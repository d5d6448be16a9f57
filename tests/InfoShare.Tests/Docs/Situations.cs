using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Tests.Docs;

/// <summary>Facts, invented, in which each ground has something to say.</summary>
internal static class Situations
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static MessageFacts Move { get; } = Concern(null) with { Type = "child.movedArea", MoveType = MoveType.Permanent };

    public static MessageFacts Concern(int? level) => new(
        "concern.raised", AgencyKind.Police, level, ImmediateDanger: false, AllegationAgainstStaff: false, Handling: null, HandlingHasConditions: false,
        NamedRecipients: [], Categories: [], Factors: [], AddressRestricted: false, Unborn: false, MoveType: null, Enum.GetValues<PartName>(), PartsNamingAddress: []);

    /// <summary>The facts for which this ground is there, with a recipient of this role.</summary>
    public static SharingFacts ThatCallsFor(string rule, string role) => new(
        MessageFor(rule) with { NamedRecipients = [$"la/E06000063#{role}"] }, new("la/E06000063", AgencyKind.SocialCare, role, [], rule switch { "asked-to-take-over" => Relationship.AskedToTakeOver, "lost-child-seen-again" => Relationship.SearchesForChild, "on-duty-for-closed-post" => Relationship.OnDuty, "plans-are-coordinated" or "proceedings-for-core-group" => Relationship.ManagesPlan, _ => Relationship.OwnSchool }), rule == "emergency-access" ? [] : [Agreement], At, rule == "emergency-access" ? At.AddHours(1) : null);

    private static MessageFacts MessageFor(string rule) => rule switch
    {
        "risk-of-significant-harm" => Concern(4),
        "child-in-need" => Concern(3),
        "early-help-with-agreement" => Concern(2),
        "on-duty-for-closed-post" => Concern(5),
        "cumulative-concerns" => Concern(1) with { Cumulative = true },
        "sexual-abuse-at-once" => Concern(1) with { Categories = ["SAB"] },
        "domestic-abuse-notice-to-school" => Concern(0) with { Factors = ["3B"] },
        "allegation-to-designated-officer" => Concern(4) with { AllegationAgainstStaff = true },
        "handling-condition-named" => Concern(4) with { Handling = HandlingCode.C },
        "child-moved-area" => Move,
        "temporary-accommodation-with-agreement" => Move with { MoveType = MoveType.TemporaryAccommodation },
        "asked-to-take-over" => Concern(null) with { Type = "transfer.requested" },
        "attendance-below-the-line" => Concern(null) with { Type = "attendance.threshold" },
        "not-brought-to-appointment" => Concern(null) with { Type = "appointment.wasNotBrought" },
        "circumstances-changed" => Concern(null) with { Type = "circumstances.changed" },
        "plan-by-law-changed" => Concern(null) with { Type = "plan.changed", PlanType = PlanType.ChildProtection, PlanChange = PlanChange.Opened },
        "plans-are-coordinated" => Concern(null) with { Type = "plan.changed", PlanType = PlanType.EarlyHelp, PlanChange = PlanChange.Visited },
        "stop-and-review" => Concern(null) with { Type = "stopAndReview.requested" },
        "invited-to-meeting" => Concern(null) with { Type = "meeting.notified" },
        "asked-what-it-knows" => Concern(null) with { Type = "info.requested" },
        "proceedings-for-core-group" => Concern(null) with { Type = "legal.outcome" },
        "lost-child-seen-again" or "emergency-access" => Concern(1),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "is a ground for which there is no situation here"),
    };

    private static ConsentFact Agreement => new(AgreementTo.Share, ConsentAnswer.Given, [], [], At.AddDays(-1), null, null);
}
