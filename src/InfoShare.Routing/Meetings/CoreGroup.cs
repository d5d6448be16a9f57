using InfoShare.Contracts.Notices;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Recipients;
using InfoShare.Storage.Meetings;

namespace InfoShare.Routing.Meetings;

/// <summary>Who works on a child's plan together: those invited to its conferences and core groups.</summary>
internal static class CoreGroup
{
    public static readonly string[] Types =
        [.. ((MeetingType[])[MeetingType.InitialConference, MeetingType.CoreGroup, MeetingType.ReviewConference, MeetingType.PreProceedings]).Select(Coded.Word)];

    /// <summary>Those to ask about the outcome of proceedings; nobody about anything else.</summary>
    public static IEnumerable<Candidate> ToTell(Arrival arrival, SharingDirectory directory) => arrival.Subject.Notice is not LegalOutcome
        ? []
        : from place in arrival.Scope.InvitedTo(arrival.ChildToken, Types)
          let post = directory.PostAt(place.Organisation, place.Role, arrival.Day)
          where post is not null && post.Organisation != arrival.Source
          let candidate = Candidate.For(post, Relationship.CoreGroup, directory, arrival.Day)
          where candidate is not null
          select candidate;
}
