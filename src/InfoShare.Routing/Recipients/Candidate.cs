using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Storage.Deliveries;

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

    /// <summary>Who had an earlier version, also when the post has gone since: then whoever reads for the organisation.</summary>
    public static Candidate ThatHad(DeliveryRow delivery, SharingDirectory directory, DateOnly day)
    {
        var kind = directory.OrganisationWith(delivery.Organisation, day)?.Kind ?? directory.ParticipantNamed(delivery.Participant!)!.Kind;
        var grants = directory.PostAt(delivery.Organisation, delivery.Role, day)?.Grants ?? [];
        return new(
            new RecipientFacts(delivery.Organisation, kind, delivery.Role, grants, Relationship.HadOriginal),
            directory.ParticipantServing(delivery.Organisation, day)?.Id ?? delivery.Participant);
    }
}
