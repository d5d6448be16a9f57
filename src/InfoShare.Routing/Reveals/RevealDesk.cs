using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Reveals;
using InfoShare.Vault;

namespace InfoShare.Routing.Reveals;

/// <summary>Somebody asks to read a message's content.</summary>
/// <param name="Organisation">The organisation for which they ask; null: they look after the whole exchange.</param>
/// <param name="By">Their name. Kept sealed.</param>
public sealed record RevealAsk(string Sender, string MessageId, string Reason, string Why, string? Organisation, string By);

/// <summary>
/// Opens a message's content for a time, with a reason, on record before anything is shown; its sender is told, unless the sender reads
/// its own. Where the child's address is restricted, nobody who has no grant reads it here either.
/// </summary>
public sealed class RevealDesk
{
    private readonly RoutingContext routing;
    private readonly Operators operators;

    internal RevealDesk(RoutingContext routing) => (this.routing, operators) = (routing, new(routing.Store));

    /// <summary>What is wrong; null: it is open now.</summary>
    public Task<string?> OpenAsync(RevealAsk asked) => routing.Store.WriteAsync(scope =>
    {
        if (RevealRules.ProblemOf(asked.Reason, asked.Why) is { } problem)
            return problem;
        if (scope.FindMessage(asked.Sender, asked.MessageId) is not { } message)
            return "There is no such message";
        if (asked.Organisation is { } own && OrganisationSource.UriOf(own) != message.Source)
            return "Only the sender's own may read all of it; what was released to you is in your system";
        var (now, by, why) = (routing.Now, operators.TokenOf(scope, asked.By), routing.Store.Operators.Of("why", asked.Why.Trim()));
        scope.KeepName(why, asked.Why.Trim());
        var id = routing.Store.Ids.Of("reveal", asked.Sender, asked.MessageId, by, $"{now.ToMicroseconds()}");
        scope.Add(new RevealRow
        {
            RevealId = id,
            Sender = asked.Sender,
            MessageId = asked.MessageId,
            By = by,
            Reason = asked.Reason,
            Why = why,
            At = now.ToMicroseconds(),
            Until = (now + RevealRules.StaysOpen).ToMicroseconds(),
        });
        scope.Audit(routing.Settings.Writer, now, "content-revealed", asked.MessageId, $"{asked.Sender} {asked.Reason} by:{by} why:{why}");
        if (asked.Organisation is null)
            SenderNotices.Add(scope, routing, asked.Sender, asked.MessageId, message.About, [new() { Code = WithheldCodes.ContentRead }], $"{id} {WithheldCodes.ContentRead}");
        return null;
    });

    /// <summary>The content, while it is open for this reader; null: it is not, or it was erased.</summary>
    public JsonObject? Content(ReadScope scope, string sender, string messageId, string by)
    {
        if (scope.StandingReveal(sender, messageId, operators.TokenOf(by), routing.Now.ToMicroseconds()) is null || scope.FindMessage(sender, messageId) is not { } message)
            return null;
        if (scope.BodyOf(message) is not { } body || WireReader.Read(body).Value is not { } envelope)
            return null;
        var data = JsonSerializer.SerializeToNode(envelope.Data, envelope.Data.GetType(), WireJson.Options)!.AsObject();
        if (Subject.Of(envelope.Data)?.Parts is { } parts && data.ContainsKey("parts") && Restricted(scope, message) is { } restricted)
            data["parts"] = JsonSerializer.SerializeToNode(WithoutPlaces(parts, restricted), WireJson.Options);
        return data;
    }

    private AddressSpellings? Restricted(ReadScope scope, MessageRow message) => message.ChildToken is { } child
        ? KnownLocations.Restricted(scope, child, routing.Directory, RoutingContext.DayOf(routing.Now))
        : null;

    private static MessageParts WithoutPlaces(MessageParts parts, AddressSpellings restricted)
    {
        var shown = parts.Only(parts.Present().Where(name => name is not PartName.Address).ToHashSet());
        return LocationMask.Mask(shown, [.. shown.Present()], restricted);
    }
}
