using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;

namespace InfoShare.Routing.Recipients;

/// <summary>A kind of recipient that a message would be offered to.</summary>
/// <param name="Role">A code of <see cref="Roles"/>.</param>
/// <param name="Condition">On which condition it would get it.</param>
public sealed record LikelyRecipient(string Role, SharingCondition Condition);

/// <summary>On which condition a recipient would get a message.</summary>
public enum SharingCondition
{
    /// <summary>It would not.</summary>
    Never = 0,

    /// <summary>If somebody has recorded an agreement to share that stands.</summary>
    Agreement,

    /// <summary>None.</summary>
    None,
}

/// <summary>
/// Which roles would receive a message, by what it says itself: nothing is known here of the child, so nothing of its area,
/// of agreements and of earlier messages. The same candidates and the same policy as at routing. Pure.
/// </summary>
public static class LikelyRecipients
{
    /// <summary>Each role once; none for messages that are recorded and passed on to nobody.</summary>
    /// <param name="data">A contract record such as <see cref="ConcernRaised"/>.</param>
    /// <param name="from">The kind of agency that sends it.</param>
    /// <param name="at">When it is decided, UTC.</param>
    public static IReadOnlyList<LikelyRecipient> Of(object data, AgencyKind from, DateTimeOffset at)
    {
        if (Subject.Of(data) is not { } subject || (subject.Concern is null && subject.Move is null))
            return [];

        var type = MessageTypes.All.Single(t => t.Data == data.GetType()).Name;
        var facts = MessageFactsOf.Create(type, from, subject, restricted: null) with
        {
            AddressRestricted = subject.Parts?.Address?.Restricted is true,
        };
        var age = subject.Parts?.Identity?.DateOfBirth is { } birth ? Age.On(birth, DateOnly.FromDateTime(at.UtcDateTime)) : (int?)null;
        return [.. Asked(facts, age).DistinctBy(r => r.Role).Select(r => new LikelyRecipient(r.Role, ConditionFor(facts, r, at)))];
    }

    private static List<RecipientFacts> Asked(MessageFacts facts, int? age)
    {
        List<RecipientFacts> officers =
        [
            .. facts.AllegationAgainstStaff ? [Asked(Roles.DesignatedOfficer, Relationship.Named)] : Array.Empty<RecipientFacts>(),
            .. facts.Handling is HandlingCode.C ? NamedIn(facts).Append(Asked(Roles.NamedOfficer, Relationship.Named)) : [],
        ];
        return officers.Count > 0
            ? officers
            :
            [
                Asked(Roles.DesignatedSafeguardingLead, Relationship.OwnSchool),
                Asked(Roles.GpSafeguardingLead, Relationship.OwnPractice),
                Asked(Roles.AllocatedTeam, Relationship.AllocatedTeam),
                .. CandidateRoles.For(facts, age).Select(role => Asked(role, Relationship.Area)),
            ];
    }

    private static IEnumerable<RecipientFacts> NamedIn(MessageFacts facts) => facts.NamedRecipients
        .Select(name => name.Split('#'))
        .Where(name => name.Length == 2 && Roles.All.Contains(name[1]))
        .Select(name => Asked(name[1], Relationship.Named) with { Organisation = name[0] });

    /// <summary>The kind of agency counts for agreements alone, of which none is known here.</summary>
    private static RecipientFacts Asked(string role, Relationship relationship) => new("", default, role, [], relationship);

    private static SharingCondition ConditionFor(MessageFacts facts, RecipientFacts recipient, DateTimeOffset at) =>
        SharingPolicy.BuiltIn.Decide(new(facts, recipient, [], at)) switch
        {
            { MayKnow: true } => SharingCondition.None,
            { Code: WithheldCodes.NoAgreement } => SharingCondition.Agreement,
            _ => SharingCondition.Never,
        };
}
