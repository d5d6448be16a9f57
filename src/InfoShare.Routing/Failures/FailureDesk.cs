using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Failures;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Failures;

/// <summary>Takes what operators say about what failed or was turned away. One transaction each, on record; nobody changes a message.</summary>
public sealed class FailureDesk
{
    private const int MostWords = 1_000;

    private readonly RoutingContext routing;
    private readonly Operators operators;

    internal FailureDesk(RoutingContext routing) => (this.routing, operators) = (routing, new(routing.Store));

    /// <summary>Keeps a note about a group, sealed; it stays when the group is empty.</summary>
    /// <returns>What is wrong; null: it is kept.</returns>
    public Task<string?> NoteAsync(FailureGroup group, string words, string by) => routing.Store.WriteAsync(scope =>
    {
        if (ProblemOf(words) is { } problem)
            return problem;
        var (now, who, token) = (routing.Now.ToMicroseconds(), operators.TokenOf(scope, by), Keep(scope, words));
        var id = routing.Store.Ids.Of("failure-note", group.Key, token, who, $"{now}");
        scope.Add(new FailureNote { NoteId = id, FailureGroup = group.Key, Words = token, By = who, At = now });
        Audit(scope, "failure-noted", group.Key, $"by:{who} words:{token}");
        return null;
    });

    /// <summary>Why a failed delivery cannot be given up; null: it can.</summary>
    public static string? WhyNotGivenUp(DeliveryRow? row) => row is null ? "There is no such delivery"
        : row.State == DeliveryStates.Failed ? null : $"It is {row.State}, not failed";

    /// <summary>Gives up a failed delivery for good, in a transaction of the caller's, who has had it approved: what waits behind it goes, and the sender is told.</summary>
    /// <returns>What stands in the way; null: it is given up.</returns>
    public string? GiveUp(WriteScope scope, string deliveryId, string by)
    {
        var row = scope.FindDelivery(deliveryId);
        if (WhyNotGivenUp(row) is { } problem)
            return problem;
        scope.SetState(deliveryId, DeliveryStates.Expired, routing.Now.ToMicroseconds(), FailureCauses.GivenUp);
        Audit(scope, "delivery-given-up", deliveryId, $"{row!.Cause} by:{operators.TokenOf(scope, by)}");
        if (row.Kind is not ("sender-notice" or Dispatch.DeliveryContent.ReminderKind))
            SenderNotices.Tell(scope, routing, row, WithheldCodes.GivenUp);
        return null;
    }

    /// <summary>Tells the sender of a message that was turned away to correct it and send it again, and closes the entry.</summary>
    /// <returns>What is wrong; null: the sender is told.</returns>
    public Task<string?> ReturnAsync(string sender, string messageId, string why, string by) => routing.Store.WriteAsync(scope =>
    {
        if (ProblemOf(why) is { } problem)
            return problem;
        if (scope.FindMessage(sender, messageId) is not { Outcome: "quarantined" or "refused" } message)
            return "There is no such message among those that were turned away";
        if (scope.FindReturned(sender, messageId) is not null)
            return "It has been returned already";
        var (who, token) = (operators.TokenOf(scope, by), Keep(scope, why));
        scope.Add(new ReturnedRow { Sender = sender, MessageId = messageId, Why = token, By = who, At = routing.Now.ToMicroseconds() });
        SenderNotices.Add(scope, routing, sender, messageId, message.About, [new() { Code = WithheldCodes.CorrectAndResend }], WithheldCodes.CorrectAndResend);
        Audit(scope, "message-returned", messageId, $"{sender} by:{who} why:{token}");
        return null;
    });

    private string Keep(WriteScope scope, string words)
    {
        var token = routing.Store.Operators.Of("why", words.Trim());
        scope.KeepName(token, words.Trim());
        return token;
    }

    private void Audit(WriteScope scope, string kind, string about, string detail) => scope.Audit(routing.Settings.Writer, routing.Now, kind, about, detail);

    private static string? ProblemOf(string? words) =>
        string.IsNullOrWhiteSpace(words) || words.Trim().Length > MostWords ? $"Enter some words, {MostWords} characters at the most" : null;
}
