using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Meetings;

namespace InfoShare.Routing.Meetings;

/// <summary>Keeps who was invited to which meeting about a child, and who came.</summary>
internal static class MeetingIntake
{
    /// <summary>Why a message that names posts cannot be taken, or null: whom the directory does not know would be left out in silence.</summary>
    public static Reply? Problem(RoutingContext routing, Envelope<object> envelope)
    {
        var named = Subject.Of(envelope.Data)?.Notice is { } notice ? NamedPosts.Of(notice) : [];
        var unknown = named.Select((post, nth) => (Post: post, Nth: nth)).FirstOrDefault(one => NamedPosts.Find(one.Post, routing.Directory, RoutingContext.DayOf(routing.Now)) is null);
        return unknown.Post is null ? null : Reply.Refused(envelope.Id, "invalid-field", envelope.Data switch
        {
            InformationRequested => "data.asked",
            MeetingRecorded => $"data.invited[{unknown.Nth}].post",
            _ => $"data.invited[{unknown.Nth}]",
        }, "must be a post of the directory");
    }

    /// <summary>Notes what a notice says of a meeting; nothing of any other.</summary>
    public static void Take(Arrival arrival)
    {
        foreach (var place in PlacesOf(arrival))
            arrival.Scope.Save(place);
    }

    /// <summary>A meeting whose record is taken back was not held, as far as anybody knows; one whose call is taken back was not called.</summary>
    public static void Withdrawn(Arrival arrival) => arrival.Scope.DropPlaces(arrival.Sender, arrival.Subject.About);

    private static IEnumerable<MeetingPlaceRow> PlacesOf(Arrival arrival) => arrival.Envelope.Data switch
    {
        MeetingNotified called => called.Invited.Select(post => Place(arrival, called.MeetingId, called.MeetingType, post) with { Day = Days.Written(RoutingContext.DayOf(called.At)) }),
        MeetingRecorded held => held.Invited.Select(one => Place(arrival, held.MeetingId, held.MeetingType, one.Post) with
        {
            Day = Days.Written(held.HeldOn),
            Held = 1,
            Attended = one.Attended ? 1 : 0,
            Reported = one.Reported switch { true => 1, false => 0, null => null },
        }),
        _ => [],
    };

    private static MeetingPlaceRow Place(Arrival arrival, string meeting, MeetingType type, string post)
    {
        var (organisation, role) = NamedPosts.Split(post);
        return new() { Sender = arrival.Sender, MeetingId = meeting, Organisation = organisation, Role = role, Record = arrival.Record, ChildToken = arrival.ChildToken, Type = Coded.Word(type), Day = "", Notice = arrival.Subject.About };
    }
}
