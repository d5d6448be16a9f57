using InfoShare.ChildIndex;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Children;

/// <summary>Finds the child that a message is about, or begins a new one, and notes what the message tells of it under the sender's record.</summary>
internal static class ChildLinking
{
    /// <summary>The child with what this message tells of it, and how it was found. A concern never waits for a better match.</summary>
    public static (ChildRow Child, ChildMatch Match) Link(this WriteScope scope, RoutingContext routing, Incoming message, KnownBefore before, DateTimeOffset at)
    {
        var (evidence, known) = (message.Evidence!, before.RecordOf(message.Evidence!.Record));
        var byRecord = known is null ? null : before.Child(known.ChildToken);
        var byKeys = EvidenceOf.NumbersOf(evidence).SelectMany(key => before.HoldersOf(key.Kind, key.Value).Select(holder => (key.Kind, holder.Record, holder.Child))).ToList();
        var match = ChildMatching.Match(evidence, byRecord is null ? null : Of(byRecord), [.. byKeys.Select(found => (found.Kind, Of(found.Child)))]);
        var lookedUp = before.LookedUp(message);
        if (match.Status is MatchStatus.New && lookedUp is not null)
            match = ChildMatching.ByDetails(evidence, lookedUp, lookedUp.Child is { } alike ? Of(before.Child(alike)!) : null);
        var token = match.Token ?? routing.Store.Children.Of("token", message.Sender, message.Envelope.PartitionKey!, message.Envelope.Id);

        var told = Told(routing, message, token, at);
        var child = before.Child(token).With(told);
        scope.Save(child);
        Note(scope, routing, message, known, told, match, at);
        if (match.Status is MatchStatus.Provisional)
        {
            foreach (var other in byKeys.Where(found => found.Child.Token != token).Select(found => found.Record).Distinct())
                scope.Open(Reviews.Question(routing, evidence.Record, other, match.Because[^1]));
        }

        foreach (var other in lookedUp?.ToReview(token) ?? [])
            scope.Open(Reviews.Question(routing, evidence.Record, other.Record, "details-alike", other.Probability));
        return (child, match);
    }

    private static KnownChild Of(ChildRow row) => new(row.Token, row.NhsNumber, row.Birth) { FormerNhsNumbers = FormerNumbers.Of(row.FormerNhsNumbers) };

    private static ChildRow Told(RoutingContext routing, Incoming message, string token, DateTimeOffset at)
    {
        var (evidence, parts, day) = (message.Evidence!, message.Subject!.Parts, RoutingContext.DayOf(at));
        return new()
        {
            Token = token,
            NhsNumber = evidence.NhsNumber,
            FormerNhsNumbers = FormerNumbers.Join(evidence.FormerNhsNumbers),
            Birth = evidence.Birth,
            Area = ChildArea.Of(parts?.Address, routing.Settings.Postcodes, day),
            School = parts?.Education?.SchoolUrn,
            Practice = parts?.Medical?.GpPractice,
            // A team that the directory does not know is free text, and could say anything.
            Team = parts?.Plan?.AllocatedTeam is { } team ? routing.Directory.TeamWith(team, day)?.Id : null,
            SeenAt = at.ToMicroseconds(),
        };
    }

    /// <summary>Saves the sender's record where it is new or says something new.</summary>
    private static void Note(WriteScope scope, RoutingContext routing, Incoming message, RecordRow? known, ChildRow told, ChildMatch match, DateTimeOffset at)
    {
        var details = message.Told?.Write();
        var digest = details is null ? null : ToldPerson.DigestOf(details, routing.Store.Children);
        var next = Records.With(known, told, message, digest, match, at.ToMicroseconds());
        if (next != known)
            scope.Save(next, digest is null || digest == known?.Digest ? null : details);
        if (known is not null && digest == known.Digest)
            return;
        // Contradicting evidence points nowhere until a person has looked.
        if (match.Status is not MatchStatus.Provisional)
            scope.AddKeys(next.Record, [.. EvidenceOf.NumbersOf(message.Evidence!), .. (message.Likeness?.Keys ?? []).Select(key => (Likeness.Kind, key))]);
    }
}
