using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Plans;
using InfoShare.Vault;

namespace InfoShare.Routing.Plans;

/// <summary>Keeps the register of plans. Those who manage plans for one child hear of each other's, from the first on.</summary>
internal sealed class PlanIntake(RoutingContext routing, Sharing sharing)
{
    /// <summary>Why an answer about the end of a plan cannot be taken, or null.</summary>
    public static Reply? Problem(ReadScope scope, Envelope<object> envelope, DeliveryRow? answered) => envelope.Data switch
    {
        not PlanViewGiven => null,
        _ when AnswerIntake.OfAnother(envelope, answered) is { } refusal => refusal,
        _ when answered?.About is not { } notice || scope.FindPlanToEnd(answered.Sender, notice) is null =>
            Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be the latest delivery that proposes the end of a plan"),
        _ when !PlanRules.AsksOf(answered.Role) => Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery to a health role"),
        _ => null,
    };

    /// <summary>Notes a change and tells of it.</summary>
    public void Take(Arrival arrival, PlanChanged change)
    {
        var known = arrival.Scope.FindPlan(arrival.Sender, change.PlanId);
        var plan = PlanRules.After(known, change.Parts.Plan!.Plans[0], RowOf(arrival, change));
        var isLatest = known is null || string.CompareOrdinal(arrival.Order, known.OrderNo) >= 0;
        if (isLatest)
            Save(arrival, plan);
        sharing.Share(arrival);
        if (isLatest && plan.ClosedAt is null && (known?.ClosedAt is not null || (plan.Organisation, plan.Role) != (known?.Organisation, known?.Role)))
            Introduce(arrival, plan);
    }

    /// <summary>A health role has said what it thinks of the end of a plan.</summary>
    public static void Viewed(Arrival arrival, DeliveryRow answered, PlanViewGiven given)
    {
        var plan = arrival.Scope.FindPlanToEnd(answered.Sender, answered.About!)!;
        arrival.Scope.Save(PlanRules.Viewed(plan, Coded.Word(given.View), arrival.At.ToMicroseconds()));
    }

    /// <summary>A plan on which the notice was the latest word is over: nobody knows any more what it is, until it is told of again.</summary>
    /// <returns>What its manager had got because of it, about the child's other plans.</returns>
    public static IReadOnlyList<DeliveryRow> Withdrawn(Arrival arrival)
    {
        List<DeliveryRow> had = [];
        // Told twice, it is known what it is.
        if (arrival.Envelope.Data is NoticeWithdrawn { Reason: WithdrawalReason.Duplicate })
            return had;
        foreach (var plan in arrival.Scope.PlansLastToldBy(arrival.Sender, arrival.Subject.About))
        {
            var managesAnother = arrival.Scope.OpenPlansOf([plan.ChildToken]).Rows.Any(other => (other.Organisation, other.Role) == (plan.Organisation, plan.Role) && other.PlanId != plan.PlanId);
            had.AddRange(arrival.Scope.DeliveriesOfChild(plan.ChildToken, 0)
                .Where(delivery => !managesAnother && delivery.Relationship == nameof(Relationship.ManagesPlan) && (delivery.Organisation, delivery.Role) == (plan.Organisation, plan.Role)));
            arrival.Scope.Save(plan with { ClosedAt = arrival.At.ToMicroseconds() });
            arrival.Scope.SetInvolvement(plan.Sender, plan.PlanId, plan.Record, plan.ChildToken, plan.Organisation, plan.StartedOn, plan.EndedOn, null, "[]");
        }

        return had;
    }

    private void Save(Arrival arrival, PlanRow plan)
    {
        arrival.Scope.Save(PlanDeadlines.WithNext(plan, routing.Directory));
        var told = new OpenPlan { Type = Coded.Read<PlanType>(plan.Type), Start = Day(plan.StartedOn), End = Day(plan.EndedOn), Category = plan.Category, Effect = arrival.Subject.ChangedPlan!.Effect };
        arrival.Scope.SetInvolvement(
            arrival.Sender, plan.PlanId, plan.Record, plan.ChildToken, arrival.Source, plan.StartedOn, plan.EndedOn, null, JsonSerializer.Serialize<OpenPlan[]>([told], WireJson.Options));
        if (plan is not { EndedOn: not null, ClosedAt: null })
            return;
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", arrival.Envelope.Id, $"{WithheldCodes.PlanEndedWithoutHealth} by {plan.Organisation}");
        SenderNotices.Add(
            arrival.Scope, routing, arrival.Sender, arrival.Envelope.Id, arrival.Subject.About, [new() { Code = WithheldCodes.PlanEndedWithoutHealth }], WithheldCodes.PlanEndedWithoutHealth);
    }

    /// <summary>Who has begun to manage a plan hears of the child's other plans, as they were told last.</summary>
    private void Introduce(Arrival arrival, PlanRow plan)
    {
        foreach (var other in arrival.Scope.OpenPlansOf([arrival.ChildToken]).Rows.Where(other => (other.Sender, other.PlanId) != (plan.Sender, plan.PlanId)))
        {
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "plans-linked", arrival.Envelope.Id, $"{plan.Type} of {plan.Organisation} and {other.Type} of {other.Organisation}");
            if (arrival.Scope.FindMessage(other.Sender, other.MessageId) is { } message)
                sharing.ShareAgain(arrival.Scope, message, arrival.Subject.About);
        }
    }

    private PlanRow RowOf(Arrival arrival, PlanChanged change)
    {
        var (organisation, role) = PlanHolder.Of(change.Parts.Plan!, arrival.Source, routing.Directory, arrival.Day);
        return new()
        {
            Sender = arrival.Sender,
            PlanId = change.PlanId,
            Record = arrival.Record,
            ChildToken = arrival.ChildToken,
            MessageId = arrival.Envelope.Id,
            OrderNo = arrival.Order,
            Organisation = organisation,
            Role = role,
            Type = Coded.Word(change.Parts.Plan!.Plans[0].Type),
            EndProposedBy = arrival.Subject.About,
            ClosedAt = arrival.At.ToMicroseconds(),
        };
    }

    private static DateOnly? Day(string? day) => day is null ? null : Days.Read(day);
}
