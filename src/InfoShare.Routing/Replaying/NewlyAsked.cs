using InfoShare.Policy;
using InfoShare.Routing.Recipients;

namespace InfoShare.Routing.Replaying;

/// <summary>
/// Whom a candidate would have asked about a message and the set of then did not: roles of an area that the one could ever let know and the
/// other could not. Whether the area has such a post is the directory's to say, and no part of the record. Pure.
/// </summary>
internal static class NewlyAsked
{
    /// <summary>The child's age is not on record, so both are asked about: a health visitor's, and a school nurse's.</summary>
    private static readonly int[] Ages = [4, 5];

    /// <summary>Each role with what the candidate would have decided for a post of it.</summary>
    public static IEnumerable<(string Role, SharingDecision Decision)> Of(SharingFacts recorded, SharingPolicy then, SharingPolicy candidate) =>
        Asked(recorded.Message, candidate).Except(Asked(recorded.Message, then))
            .Select(role => (role, candidate.Decide(recorded with { Recipient = CandidateRoles.Somewhere(role, Relationship.Area), EmergencyUntil = null })));

    private static IEnumerable<string> Asked(MessageFacts message, SharingPolicy policy) =>
        Ages.SelectMany(age => CandidateRoles.For(message, age, policy)).Distinct();
}
