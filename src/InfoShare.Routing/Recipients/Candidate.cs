using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Policy;

namespace InfoShare.Routing.Recipients;

/// <summary>A post that might receive a message, and why it was thought of.</summary>
/// <param name="Participant">The way to reach it; null when nobody serves its organisation.</param>
internal sealed record Candidate(RecipientFacts Facts, string? Participant)
{
    /// <summary>The candidate for a post, or for whoever stands in it; null when nobody does.</summary>
    public static Candidate? For(Post post, Relationship relationship, SharingDirectory directory, DateOnly day)
    {
        if (directory.Standing(post, day) is not { } standing || directory.OrganisationWith(standing.Organisation, day) is not { } organisation)
            return null;

        return new(
            new RecipientFacts(standing.Organisation, organisation.Kind, standing.Role, standing.Grants, relationship),
            directory.ParticipantServing(standing.Organisation, day)?.Id);
    }
}
