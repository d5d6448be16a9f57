using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using InfoShare.Storage.Reveals;
using InfoShare.Vault;

namespace InfoShare.Routing.Failures;

/// <summary>
/// Takes what somebody who has looked says about parts in which a restricted address might be named. Released, a part goes with every known
/// place masked, as it does at once where significant harm is at risk: the address itself goes to nobody. The decision is one of its own.
/// </summary>
public sealed class HeldDesk
{
    private readonly RoutingContext routing;
    private readonly Operators operators;

    internal HeldDesk(RoutingContext routing) => (this.routing, operators) = (routing, new(routing.Store));

    /// <summary>The parts that the recipient does not have because of the review. None: they went with the location masked, and only somebody's look is owed.</summary>
    public static IReadOnlyList<string> PartsHeld(DeliveryRow review, DeliveryRow? reviewed) =>
        [.. PartsOf(review).Where(part => reviewed is null || !reviewed.Parts.Split(',').Contains(part))];

    /// <summary>Every part of the review: held, or masked.</summary>
    public static IReadOnlyList<string> PartsOf(DeliveryRow review) => [.. review.WithheldParts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')[0])];

    /// <summary>The delivery that went without what the review holds.</summary>
    public DeliveryRow? Reviewed(ReadScope scope, DeliveryRow review) =>
        scope.DeliveriesOf(review.Sender, review.MessageId).FirstOrDefault(row => routing.Store.Ids.Of("review", row.DeliveryId) == review.DeliveryId);

    /// <summary>Why this person cannot release it; null: they can.</summary>
    public string? WhyNoRelease(ReadScope scope, DeliveryRow review, string by) =>
        review is not { Kind: "review", State: DeliveryStates.Held } ? "It is not held any more"
            : Reviewed(scope, review) is not { } reviewed ? "What it was held back from is not on record"
            : PartsHeld(review, reviewed).Count > 0 && (reviewed.Participant is null || reviewed.State is DeliveryStates.Superseded or DeliveryStates.Recalled or DeliveryStates.Withheld) ? $"The recipient’s delivery is {reviewed.State}"
            : scope.StandingReveal(review.Sender, review.MessageId, operators.TokenOf(by), routing.Now.ToMicroseconds()) is null ? "Read the content first: it is open for you no longer, or has not been"
            : null;

    /// <summary>What was held goes, with the location masked; where it went so already, the look is on record.</summary>
    /// <returns>What stands in the way; null: nothing did.</returns>
    public Task<string?> ReleaseAsync(string reviewId, string by) => routing.Store.WriteAsync(scope =>
    {
        if (scope.FindDelivery(reviewId) is not { } review)
            return "There is no such review";
        if (WhyNoRelease(scope, review, by) is { } problem)
            return problem;
        var reviewed = Reviewed(scope, review)!;
        if (PartsHeld(review, reviewed).Count > 0 && Send(scope, review, reviewed) is { } refusal)
            return refusal;
        Close(scope, review, "released", by);
        return null;
    });

    /// <summary>What was held goes to nobody, for good, and the sender is told.</summary>
    /// <returns>What stands in the way; null: nothing did.</returns>
    public Task<string?> WithholdAsync(string reviewId, string by) => routing.Store.WriteAsync(scope =>
    {
        if (scope.FindDelivery(reviewId) is not { Kind: "review", State: DeliveryStates.Held } review)
            return "It is not held any more";
        var held = PartsHeld(review, Reviewed(scope, review));
        if (held.Count == 0)
            return "It went with the location masked: there is nothing to withhold";
        SenderNotices.Add(scope, routing, review.Sender, review.MessageId, review.About, [.. held.Select(part => new WithheldNotice { Part = Coded.Read<PartName>(part), Code = WithheldCodes.Restricted })], $"{reviewId} {WithheldCodes.Restricted}");
        Close(scope, review, "withheld", by);
        return null;
    });

    /// <summary>As a correction of what the recipient has: all that it may have, now with these parts, masked.</summary>
    private string? Send(WriteScope scope, DeliveryRow review, DeliveryRow reviewed)
    {
        var material = new SendingMaterial(scope, [reviewed]);
        if (material.IsOvertaken(reviewed))
            return "Something later was said about the same; that is what counts";
        if (material.MessageOf(reviewed) is not { } original)
            return "The content has been erased";
        var looked = PartsHeld(review, reviewed).Select(Coded.Read<PartName>).ToList();
        var now = DecisionNow.Of(routing, scope, reviewed, original, material, looked);
        if (!now.Decision.MayKnow || !looked.Exists(now.Decision.Released.Contains))
            return "By what is known now, the recipient may not have it";
        var at = routing.Now.ToMicroseconds();
        var row = DecidedRows.WithDecision(reviewed with
        {
            DeliveryId = routing.Store.Ids.Of("released", review.DeliveryId),
            Kind = "correction",
            Attempts = 0,
            DueAt = at,
            DecidedAt = at,
            Cause = null,
        }, now.Decision);
        scope.Add(row);
        now.Record(routing, scope, row, "first");
        return null;
    }

    private void Close(WriteScope scope, DeliveryRow review, string how, string by)
    {
        scope.CloseReview(review.DeliveryId, how == "released" ? DeliveryStates.Superseded : DeliveryStates.Withheld, how == "released" ? WithheldCodes.HeldForReview : WithheldCodes.Restricted, routing.Now.ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, $"review-{how}", review.DeliveryId, $"{review.WithheldParts} by:{operators.TokenOf(scope, by)}");
    }
}
