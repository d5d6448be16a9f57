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
    public static (ChildRow Child, ChildMatch Match) Link(this WriteScope scope, RoutingContext routing, Incoming message, KnownBefore before, DateTimeOffset at)
    {
        var (evidence, parts, day) = (message.Evidence!, message.Subject!.Parts, RoutingContext.DayOf(at));
        var known = KeysOf(evidence).ToDictionary(key => key.Kind, key => before.ChildBy(key.Kind, key.Value));
        KnownChild? By(string kind) => known.GetValueOrDefault(kind) is { } row ? new(row.Token, row.NhsNumber, row.Birth) : null;
        var match = ChildMatching.Match(evidence, By(Sender), By(NhsNumberKey), By(UpnKey), By(LaChildIdKey));
        var token = match.Token ?? routing.Store.Children.Of("token", message.Sender, message.Envelope.PartitionKey!, message.Envelope.Id);

        var child = known.Values.FirstOrDefault(row => row?.Token == token).With(new ChildRow
        {
            Token = token,
            NhsNumber = evidence.NhsNumber,
            Birth = evidence.Birth,
            Area = ChildArea.Of(parts?.Address, routing.Settings.Postcodes, day),
            School = parts?.Education?.SchoolUrn,
            Practice = parts?.Medical?.GpPractice,
            // A team that the directory does not know is free text, and could say anything.
            Team = parts?.Plan?.AllocatedTeam is { } team ? routing.Directory.TeamWith(team, day)?.Id : null,
            SeenAt = at.ToMicroseconds(),
        });
        scope.Save(child);
        foreach (var (kind, value) in KeysOf(evidence).Where(key => known[key.Kind] is null))
        {
            // Contradicting evidence points nowhere until a person has looked.
            if (kind == Sender || match.Status is not MatchStatus.Provisional)
                scope.AddKey(kind, value, token);
        }

        return (child, match);
    }

    /// <summary>The keys that it has, each with its kind.</summary>
    public static IEnumerable<(string Kind, string Value)> KeysOf(Evidence evidence)
    {
        yield return (Sender, evidence.SenderKey);
        if (evidence.NhsNumber is { } nhsNumber)
            yield return (NhsNumberKey, nhsNumber);
        if (evidence.Upn is { } upn)
            yield return (UpnKey, upn);
        if (evidence.LaChildId is { } laChildId)
            yield return (LaChildIdKey, laChildId);
    }

    /// <summary>What a message offers to recognise the child by; numbers whose check holds, and only as hashes.</summary>
    public static Evidence EvidenceOf(KeyedHash hash, string sender, Envelope<object> envelope, IdentityPart? identity)
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
