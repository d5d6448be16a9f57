using InfoShare.Vault;

namespace InfoShare.Storage.Meetings;

/// <summary>A post that was invited to a meeting about a child, and whether it came.</summary>
public sealed record MeetingPlaceRow
{
    /// <summary>The participant that called the meeting.</summary>
    public required string Sender { get; init; }

    public required string MeetingId { get; init; }
    public required string Organisation { get; init; }
    public required string Role { get; init; }

    /// <summary>The notice that told of it last.</summary>
    public required string Notice { get; init; }

    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>initial-conference, and the other kinds of meeting.</summary>
    public required string Type { get; init; }

    /// <summary>The day for which it was called, or on which it was held.</summary>
    public required string Day { get; init; }

    /// <summary>1: it was held.</summary>
    public long Held { get; init; }

    public long? Attended { get; init; }

    /// <summary>Null: no report was asked for.</summary>
    public long? Reported { get; init; }
}

/// <summary>Reads and writes who was invited to which meeting.</summary>
public static class MeetingTable
{
    /// <summary>One that was held stays held, whatever comes late.</summary>
    public static void Save(this WriteScope scope, MeetingPlaceRow place) => scope.Later("""
        insert into meeting_place (sender, meeting_id, organisation, role, notice, record, child_token, type, day, held, attended, reported)
        values (@Sender, @MeetingId, @Organisation, @Role, @Notice, @Record, @ChildToken, @Type, @Day, @Held, @Attended, @Reported)
        on conflict (sender, meeting_id, organisation, role) do update set notice = excluded.notice, record = excluded.record, child_token = excluded.child_token, type = excluded.type,
            day = excluded.day, held = excluded.held, attended = excluded.attended, reported = excluded.reported where excluded.held >= meeting_place.held
        """, place);

    /// <summary>What a notice told of a meeting is told no more.</summary>
    public static void DropPlaces(this WriteScope scope, string sender, string notice) =>
        scope.Execute("delete from meeting_place where sender = @sender and notice = @notice", new { sender, notice });

    /// <summary>The posts that were invited to meetings of some kinds about a child.</summary>
    public static IReadOnlyList<(string Organisation, string Role)> InvitedTo(this ReadScope scope, string childToken, string[] types) =>
        [.. scope.Query<MeetingPlaceRow>("select * from meeting_place where child_token = @childToken and type in @types order by organisation, role", new { childToken, types })
            .Select(place => (place.Organisation, place.Role)).Distinct()];
}
