using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing.Emergency;

/// <summary>
/// Takes what operators say about emergency access. One transaction each: what is on record holds from then on, in every router on
/// the store. It is a fact for the policy like any other, asked at every send, so that it ends by its time alone.
/// </summary>
public sealed class EmergencyDesk
{
    private readonly RoutingContext routing;
    private readonly EmergencyShares shares;
    private readonly Operators operators;

    internal EmergencyDesk(RoutingContext routing) => (this.routing, shares, operators) = (routing, new(routing), new(routing.Store));

    /// <summary>Starts it; what was withheld or reduced and is allowed now leaves.</summary>
    public Task<EmergencyAnswer> StartAsync(EmergencyStart asked) => routing.Store.WriteAsync(scope =>
    {
        if (EmergencyRules.ProblemOfStart(asked.Reason, asked.Text, asked.By, asked.Hours) is { } problem)
            return new(problem);
        if (scope.FindDelivery(asked.DeliveryId) is not { } delivery)
            return new("there is no such delivery");
        if (delivery is not { ChildToken: { } child, Kind: "original" or "correction" or "notice" } || scope.LatestDecision(delivery.DeliveryId) is null)
            return new("that delivery shares nothing about a child with a recipient");
        return Start(scope, asked, delivery, child);
    });

    /// <summary>Stops it; what has not left is decided again without it.</summary>
    public Task<EmergencyAnswer> StopAsync(EmergencyStop asked) => routing.Store.WriteAsync(scope =>
    {
        if (EmergencyRules.ProblemOfName(asked.By) is { } problem)
            return new(problem);
        if (scope.FindEmergency(asked.Id) is not { } emergency)
            return new("there is no such emergency access");
        if (!emergency.Grant.StandsAt(routing.Now))
            return new("it has ended already");

        var by = operators.TokenOf(scope, asked.By);
        scope.End(emergency.GrantId, routing.Now.ToMicroseconds(), by);
        Audit(scope, "emergency-stopped", emergency.GrantId, $"by:{by}");
        return Answer(emergency) with { Until = routing.Now, Stopped = shares.Narrow(scope, emergency) };
    });

    /// <summary>Puts on record what somebody else than who asked found.</summary>
    public Task<EmergencyAnswer> ReviewAsync(EmergencyReview asked) => routing.Store.WriteAsync(scope =>
    {
        if (EmergencyRules.ProblemOfName(asked.By) is { } problem)
            return new(problem);
        if (scope.FindEmergency(asked.Id) is not { } emergency)
            return new("there is no such emergency access");
        if (emergency.ReviewedAt is not null)
            return new("it has been reviewed already");
        if (EmergencyRules.ProblemOfReview(emergency.AskedBy, operators.TokenOf(asked.By)) is { } conflict)
            return new(conflict);

        var (by, outcome) = (operators.TokenOf(scope, asked.By), Coded.Word(asked.Outcome));
        scope.Review(emergency.GrantId, routing.Now.ToMicroseconds(), by, outcome);
        Audit(scope, "emergency-reviewed", emergency.GrantId, $"by:{by} {outcome}{(emergency.IsOverdueAt(routing.Now.ToMicroseconds()) ? " late" : "")}");
        return Answer(emergency);
    });

    private EmergencyAnswer Start(WriteScope scope, EmergencyStart asked, DeliveryRow delivery, string child)
    {
        var id = routing.Store.Ids.Of("emergency", asked.Request, delivery.DeliveryId);
        if (scope.FindEmergency(id) is { } known)
            return Answer(known);

        var (at, deadline) = (routing.Now, ReviewDeadline.Of(routing.Now, delivery.Organisation, routing.Directory));
        var emergency = new EmergencyRow
        {
            GrantId = id,
            ChildToken = child,
            Organisation = delivery.Organisation,
            Role = delivery.Role,
            DeliveryId = delivery.DeliveryId,
            Reason = asked.Reason,
            AskedBy = operators.TokenOf(scope, asked.By),
            AskedAt = at.ToMicroseconds(),
            StandsUntil = at.AddHours(asked.Hours).ToMicroseconds(),
            ReviewBy = deadline?.ToMicroseconds(),
        };
        scope.Insert(emergency, asked.Text);
        Audit(scope, "emergency-started", id,
            $"{delivery.DeliveryId} {emergency.Organisation}#{emergency.Role} reason:{asked.Reason} by:{emergency.AskedBy} hours:{asked.Hours} review-by:{(deadline is { } by ? $"{by:yyyy-MM-ddTHH:mmZ}" : "unknown")}");
        var (leaving, unchanged) = shares.Widen(scope, emergency);
        return Answer(emergency) with { Leaving = leaving, Unchanged = unchanged };
    }

    private void Audit(WriteScope scope, string kind, string id, string detail) => scope.Audit(routing.Settings.Writer, routing.Now, kind, id, detail);

    private static EmergencyAnswer Answer(EmergencyRow emergency) => new(
        null, emergency.GrantId, $"{emergency.Organisation}#{emergency.Role}", Instants.FromMicroseconds(emergency.EndedAt ?? emergency.StandsUntil),
        emergency.ReviewBy is { } by ? Instants.FromMicroseconds(by) : null);
}
