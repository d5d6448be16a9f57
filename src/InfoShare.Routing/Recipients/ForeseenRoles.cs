using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;

namespace InfoShare.Routing.Recipients;

/// <summary>
/// Who may know of a message by the rules alone: as if the child's own school, practice and team were known, its area had
/// every role, and nobody had told anything before. Pure.
/// </summary>
/// <param name="Always">Roles that need nobody's agreement.</param>
/// <param name="WithAgreement">Roles that may know as well where somebody with a say has agreed to sharing.</param>
public sealed record ForeseenRoles(IReadOnlyList<string> Always, IReadOnlyList<string> WithAgreement)
{
    /// <summary>Of a message's data; null where it is no concern, move or notice, because only these are shared by role.</summary>
    /// <param name="data">The contract record.</param>
    /// <param name="from">The kind of agency that sends it.</param>
    /// <param name="day">The day on which the child's age counts.</param>
    public static ForeseenRoles? Of(object data, AgencyKind from, DateOnly day)
    {
        if (Subject.Of(data) is not { } subject || (subject.Concern is null && subject.Move is null && subject.Notice is null))
            return null;

        var type = MessageTypes.All.Single(t => t.Data == data.GetType()).Name;
        var message = MessageFactsOf.Create(type, from, subject, restricted: null, area: null);
        var age = subject.Parts?.Identity?.DateOfBirth is { } birth ? Age.On(day, birth) : (int?)null;
        var at = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var policy = SharingPolicies.OfThisRelease.At(at);
        var asked = Asked(message, age, policy).ToList();

        SharingFacts Facts(RecipientFacts recipient) => new(message, recipient, [], at);
        var always = asked.Where(recipient => policy.Decide(Facts(recipient)).MayKnow).Select(r => r.Role).Distinct().ToList();
        return new(always, [.. asked.Where(recipient => policy.CouldKnow(Facts(recipient))).Select(r => r.Role).Distinct().Except(always)]);
    }

    /// <summary>All who are ever asked about such a message; officers in their place are left to the rules.</summary>
    private static IEnumerable<RecipientFacts> Asked(MessageFacts message, int? ageYears, SharingPolicy policy) =>
    [
        Somewhere(Roles.DesignatedSafeguardingLead, Relationship.OwnSchool),
        Somewhere(Roles.GpSafeguardingLead, Relationship.OwnPractice),
        Somewhere(Roles.AllocatedTeam, Relationship.AllocatedTeam),
        .. CandidateRoles.For(message, ageYears, policy).Select(role => Somewhere(role, Relationship.Area)),
        Somewhere(Roles.DesignatedOfficer, Relationship.Named),
        Somewhere(Roles.NamedOfficer, Relationship.Named),
        .. message.NamedRecipients.Select(name => name.Split('#')).Where(name => name.Length == 2)
            .Select(name => Somewhere(name[1], Relationship.Named) with { Organisation = name[0] }),
    ];

    /// <summary>The kind of agency matters only to agreements, and the one supposed here covers every kind.</summary>
    private static RecipientFacts Somewhere(string role, Relationship relationship) => CandidateRoles.Somewhere(role, relationship);
}
