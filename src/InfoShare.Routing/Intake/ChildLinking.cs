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
    /// <summary>The child's token and how it was found. A concern never waits for a better match.</summary>
    public static ChildMatch Link(this WriteScope scope, RoutingContext routing, string sender, Envelope<object> envelope, MessageParts? parts, DateTimeOffset at)
    {
        var (store, day) = (routing.Store, RoutingContext.DayOf(at));
        var evidence = EvidenceOf(store.Children, sender, envelope, parts?.Identity);
        var match = ChildMatching.Match(
            evidence,
            scope.ChildBy("sender", evidence.SenderKey), scope.ChildBy("nhs-number", evidence.NhsNumber),
            scope.ChildBy("upn", evidence.Upn), scope.ChildBy("la-child-id", evidence.LaChildId));
        var token = match.Token ?? store.Children.Of("token", sender, envelope.PartitionKey!, envelope.Id);

        scope.Save(new ChildRow
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
        scope.AddKey("sender", evidence.SenderKey, token);
        // Contradicting evidence points nowhere until a person has looked.
        if (match.Status is not MatchStatus.Provisional)
        {
            scope.AddKey("nhs-number", evidence.NhsNumber, token);
            scope.AddKey("upn", evidence.Upn, token);
            scope.AddKey("la-child-id", evidence.LaChildId, token);
        }

        return match with { Token = token };
    }

    private static Evidence EvidenceOf(KeyedHash hash, string sender, Envelope<object> envelope, IdentityPart? identity)
    {
        string? Keyed(string kind, IdentifierSystem system, Func<string, bool> isValid, string scope = "") =>
            identity?.Identifiers.FirstOrDefault(i => i.System == system && isValid(i.Value)) is { } found
                ? hash.Of(kind, scope, found.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
                : null;

        return new(
            hash.Of("sender", sender, envelope.PartitionKey!),
            Keyed("nhs-number", IdentifierSystem.NhsNumber, NhsNumber.IsValid),
            Keyed("upn", IdentifierSystem.Upn, Upn.IsValid),
            Keyed("la-child-id", IdentifierSystem.LaChildId, _ => true, envelope.Source),
            identity?.DateOfBirth is { } birth ? hash.Of("birth", $"{birth:yyyy-MM-dd}") : null);
    }
}
