using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>Ids have the form that names what they are, and none is used twice at the same time.</summary>
internal static class IdCheck
{
    private const int LongestName = 60;

    public static void Run(WrittenDirectory directory)
    {
        foreach (var (participant, fields) in directory.Participants.Where(HasId))
            ParticipantId(participant, fields);
        foreach (var (organisation, fields) in directory.Organisations.Where(HasId))
            if (OrganisationCode.ProblemWith(organisation) is { } problem)
                fields.Refuse("id", problem);
        foreach (var (team, fields) in directory.Teams.Where(HasId))
            Within(team.Id, team.Organisation, '/', fields);
        foreach (var (post, fields) in directory.Posts.Where(HasId))
            Within(post.Id, post.Organisation, '#', fields);

        Unique(directory.Participants, sameIdLater: false);
        Unique(directory.Organisations, sameIdLater: true);
        Unique(directory.Teams, sameIdLater: true);
        Unique(directory.Posts, sameIdLater: true);
    }

    private static void ParticipantId(Participant participant, Fields fields)
    {
        if (participant.Kind == default)
            return;
        var start = OrganisationSource.KindWord(participant.Kind) + "-";
        if (!participant.Id.StartsWith(start, StringComparison.Ordinal) || !IsName(participant.Id[start.Length..]))
            fields.Refuse("id", $"must be {start} and a name of small letters, digits and hyphens");
    }

    private static void Within(string id, string organisation, char sign, Fields fields)
    {
        if (organisation.Length == 0)
            return;
        var start = organisation + sign;
        if (!id.StartsWith(start, StringComparison.Ordinal) || !IsName(id[start.Length..]))
            fields.Refuse("id", $"must be the id of its organisation, {sign} and a name of small letters, digits and hyphens");
    }

    /// <summary>An entry may be there again with other dates, when something about it changed; a participant is there once.</summary>
    private static void Unique<T>(IEnumerable<Written<T>> entries, bool sameIdLater) where T : IEntry
    {
        foreach (var same in entries.Where(HasId).GroupBy(w => w.Entry.Id))
        {
            if (sameIdLater)
                foreach (var (later, earlier) in Overlaps.In(same, w => w.Entry.Span()))
                    later.Fields.Refuse("id", $"the entry on line {earlier.Fields.Line} has the same id on some of the same days");
            else
                foreach (var again in same.Skip(1))
                    again.Fields.Refuse("id", $"the entry on line {same.First().Fields.Line} has the same id");
        }
    }

    private static bool HasId<T>(Written<T> written) where T : IEntry => written.Entry.Id.Length > 0;

    /// <summary>Safe as a part of a folder's or a queue's name.</summary>
    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
