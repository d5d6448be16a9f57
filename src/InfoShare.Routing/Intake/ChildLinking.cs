using InfoShare.ChildIndex;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Finds the child that a message is about, or begins a new one, and notes what the message tells of its whereabouts.</summary>
internal static class ChildLinking
{
    private const string Sender = "sender";
    private const string NhsNumberKey = "nhs-number";
    private const string UpnKey = "upn";
    private const string LaChildIdKey = "la-child-id";

    /// <summary>The child with what this message tells of it, and how it was found. A concern never waits for a better match.</summary>
    public static (ChildRow Child, ChildMatch Match) Link(this WriteScope scope, RoutingContext routing, string sender, Envelope<object> envelope, MessageParts? parts, DateTimeOffset at)
    {
        var (store, day) = (routing.Store, RoutingContext.DayOf(at));
        var evidence = EvidenceOf(store.Children, sender, envelope, parts?.Identity);
        var known = scope.ChildrenBy(
            (Sender, evidence.SenderKey), (NhsNumberKey, evidence.NhsNumber), (UpnKey, evidence.Upn), (LaChildIdKey, evidence.LaChildId));
        KnownChild? By(string kind) => known.TryGetValue(kind, out var row) ? new(row.Token, row.NhsNumber, row.Birth) : null;
        var match = ChildMatching.Match(evidence, By(Sender), By(NhsNumberKey), By(UpnKey), By(LaChildIdKey));
        var token = match.Token ?? store.Children.Of("token", sender, envelope.PartitionKey!, envelope.Id);

        var child = known.Values.FirstOrDefault(row => row.Token == token).With(new ChildRow
        {
            Token = token,
            NhsNumber = evidence.NhsNumber,
            Birth = evidence.Birth,
            Area = ChildArea.Of(parts?.Address, day),
            School = parts?.Education?.SchoolUrn,
            Practice = parts?.Medical?.GpPractice,
            // A team that the directory does not know is free text, and could say anything.
            Team = parts?.Plan?.AllocatedTeam is { } team ? routing.Directory.TeamWith(team, day)?.Id : null,
            SeenAt = at.ToMicroseconds(),
        });
        scope.Save(child);
        scope.AddKey(Sender, evidence.SenderKey, token);
        // Contradicting evidence points nowhere until a person has looked.
        if (match.Status is not MatchStatus.Provisional)
        {
            scope.AddKey(NhsNumberKey, evidence.NhsNumber, token);
            scope.AddKey(UpnKey, evidence.Upn, token);
            scope.AddKey(LaChildIdKey, evidence.LaChildId, token);
        }

        return (child, match);
    }

    private static Evidence EvidenceOf(KeyedHash hash, string sender, Envelope<object> envelope, IdentityPart? identity)
    {
        string? Keyed(string kind, IdentifierSystem system, Func<string, bool> isValid, string scope = "") =>
            identity?.Identifiers.FirstOrDefault(i => i.System == system && isValid(i.Value)) is { } found
                ? hash.Of(kind, scope, found.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
                : null;

        return new(
            hash.Of("sender", sender, envelope.PartitionKey!),
            Keyed(NhsNumberKey, IdentifierSystem.NhsNumber, NhsNumber.IsValid),
            Keyed(UpnKey, IdentifierSystem.Upn, Upn.IsValid),
            Keyed(LaChildIdKey, IdentifierSystem.LaChildId, _ => true, envelope.Source),
            identity?.DateOfBirth is { } birth ? hash.Of("birth", $"{birth:yyyy-MM-dd}") : null);
    }
}
