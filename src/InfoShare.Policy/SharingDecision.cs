using InfoShare.Contracts.Codes;

namespace InfoShare.Policy;

/// <summary>Whether one recipient may know of a message, and each part of it; why, and on which lawful basis.</summary>
/// <param name="MayKnow">False: the recipient must not even learn that the message exists.</param>
/// <param name="Code">When withheld: a coarse code for the sender.</param>
/// <param name="Because">Ids of the rules that decided. Never empty.</param>
/// <param name="Basis">Codes of lawful bases, gateways and grounds. Empty only when withheld.</param>
/// <param name="Obligations">What the recipient must do or not do.</param>
/// <param name="Alerts">Rules that failed to answer; a person must look.</param>
public sealed record SharingDecision(
    bool MayKnow,
    string? Code,
    IReadOnlyList<string> Because,
    IReadOnlyList<string> Basis,
    IReadOnlyList<string> Obligations,
    IReadOnlyList<PartDecision> Parts,
    IReadOnlyList<string> Alerts)
{
    /// <summary>The parts that go, whole or masked.</summary>
    public IReadOnlySet<PartName> Released =>
        Parts.Where(p => p.Effect is PartEffect.Release or PartEffect.Mask).Select(p => p.Part).ToHashSet();

    /// <summary>The parts with this effect.</summary>
    public IReadOnlyList<PartName> With(PartEffect effect) => [.. Parts.Where(p => p.Effect == effect).Select(p => p.Part)];
}

/// <summary>What becomes of one part.</summary>
/// <param name="Because">Ids of the rules that decided.</param>
/// <param name="Code">When not released: the coarse code for the sender.</param>
/// <param name="Basis">When released: on what, besides that of the decision as a whole.</param>
public sealed record PartDecision(PartName Part, PartEffect Effect, IReadOnlyList<string> Because, string? Code, IReadOnlyList<string> Basis);

/// <summary>Withhold is zero, so an effect that nobody set withholds.</summary>
public enum PartEffect
{
    /// <summary>Kept back.</summary>
    Withhold = 0,

    /// <summary>Goes as it is.</summary>
    Release,

    /// <summary>Goes with the location masked; a person looks at the original.</summary>
    Mask,

    /// <summary>Kept back until a person has looked.</summary>
    Hold,
}

/// <summary>Coarse codes that a sender may see.</summary>
public static class WithheldCodes
{
    /// <summary>The role has no need of it.</summary>
    public const string NotNeededForRole = "not-needed-for-role";

    /// <summary>A restriction, an allegation or a handling condition stands in the way.</summary>
    public const string Restricted = "restricted";

    /// <summary>It needs an agreement that is not there.</summary>
    public const string NoAgreement = "no-agreement";

    /// <summary>A person must look first.</summary>
    public const string HeldForReview = "held-for-review";

    /// <summary>There is nobody to send it to.</summary>
    public const string NoRecipient = "no-recipient";

    /// <summary>It could not be delivered.</summary>
    public const string Undeliverable = "undeliverable";

    /// <summary>It has not arrived in time; it is still tried.</summary>
    public const string Late = "late";

    /// <summary>The other side of a transfer has not held its conference in time.</summary>
    public const string TransferOverdue = "transfer-overdue";

    /// <summary>A case was closed as transferred, and nobody has accepted it.</summary>
    public const string TransferNotAccepted = "transfer-not-accepted";

    /// <summary>A child whose destination was unknown has been seen again.</summary>
    public const string SeenAgain = "seen-again";

    /// <summary>An answer that was owed has not come in time.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>Whoever was told says that it is not theirs, or that they cannot act.</summary>
    public const string NotTaken = "not-taken";

    /// <summary>A challenge was not settled in its time, and goes to the next stage.</summary>
    public const string Escalated = "escalated";

    /// <summary>A challenge was not settled in any stage, and needs mediation.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>A front door is closed now: call the number that is told with it.</summary>
    public const string OutOfHours = "out-of-hours";

    /// <summary>A child with a child protection plan was not visited in time.</summary>
    public const string PlanVisitOverdue = "plan-visit-overdue";

    /// <summary>A child protection plan has been in place for 15 months.</summary>
    public const string Plan15Months = "plan-15-months";

    /// <summary>A child protection plan has been in place for 18 months.</summary>
    public const string Plan18Months = "plan-18-months";

    /// <summary>A child protection plan was ended, and no health role has said what it thinks of that.</summary>
    public const string PlanEndedWithoutHealth = "plan-ended-without-health-view";

    /// <summary>Somebody who looks after the exchange has read the content of the message, for a reason that is on record.</summary>
    public const string ContentRead = "content-read";

    /// <summary>It could not be delivered, and those who look after the exchange have given it up: tell the recipient in another way.</summary>
    public const string GivenUp = "given-up";

    /// <summary>The message could not be used as it is: correct it and send it again.</summary>
    public const string CorrectAndResend = "correct-and-resend";

    /// <summary>Those that a policy may give.</summary>
    internal static readonly string[] ForPolicies = [NotNeededForRole, Restricted, NoAgreement];
}
