using InfoShare.ChildIndex;
using InfoShare.Contracts.Codes;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Children;

/// <summary>What a sender's record of a child comes to, and what a child's records come to together. Pure.</summary>
internal static class Records
{
    /// <summary>The record with what a message tells; the same where it tells nothing new.</summary>
    /// <param name="digest">Of what the message says of the person; null: nothing.</param>
    /// <param name="at">Microseconds.</param>
    public static RecordRow With(RecordRow? known, ChildRow told, Incoming message, string? digest, ChildMatch match, long at)
    {
        var begun = known ?? new()
        {
            Record = message.Evidence!.Record,
            Sender = message.Sender,
            Source = OrganisationSource.TryParse(message.Envelope.Source, out var source) ? source.Id : "",
            ChildToken = told.Token,
            FirstSeen = at,
            ToldAt = at,
            LinkedAt = at,
            Because = string.Join(',', match.Because),
        };
        var next = begun with
        {
            NhsNumber = told.NhsNumber ?? begun.NhsNumber,
            FormerNhsNumbers = FormerNumbers.Together(begun.FormerNhsNumbers, told.FormerNhsNumbers),
            Birth = told.Birth ?? begun.Birth,
            Area = told.Area ?? begun.Area,
            School = told.School ?? begun.School,
            Practice = told.Practice ?? begun.Practice,
            Team = told.Team ?? begun.Team,
            Digest = digest ?? begun.Digest,
        };
        return next == known ? next : next with { ToldAt = at };
    }

    /// <summary>The child by its records alone: numbers as first told, whereabouts as last told.</summary>
    public static ChildRow Together(string token, IReadOnlyList<RecordRow> records)
    {
        var first = records.OrderBy(record => record.FirstSeen).ThenBy(record => record.Record, StringComparer.Ordinal).ToList();
        var last = records.OrderByDescending(record => record.ToldAt).ThenBy(record => record.Record, StringComparer.Ordinal).ToList();
        var former = FormerNumbers.Together([.. records.Select(record => record.FormerNhsNumbers)]);
        return new()
        {
            Token = token,
            NhsNumber = first.Select(record => record.NhsNumber).FirstOrDefault(told => told is not null && !FormerNumbers.Of(former).Contains(told)),
            FormerNhsNumbers = former,
            Birth = first.Select(record => record.Birth).FirstOrDefault(told => told is not null),
            Area = last.Select(record => record.Area).FirstOrDefault(told => told is not null),
            School = last.Select(record => record.School).FirstOrDefault(told => told is not null),
            Practice = last.Select(record => record.Practice).FirstOrDefault(told => told is not null),
            Team = last.Select(record => record.Team).FirstOrDefault(told => told is not null),
            SeenAt = records.Count == 0 ? 0 : last[0].ToldAt,
        };
    }
}
