using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Plans;
using InfoShare.Vault;

namespace InfoShare.Routing.Plans;

/// <summary>Tells who manages a plan, and the operators, of visits that are overdue and of plans that drift. Each once.</summary>
internal sealed class PlanUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;

    public void Run(WriteScope scope)
    {
        foreach (var plan in scope.PlansDue(routing.Now.ToMicroseconds(), AtOnce))
        {
            var due = PlanDeadlines.Of(plan, routing.Directory).Where(one => one.From <= routing.Now).ToList();
            foreach (var (code, mark, _) in due)
            {
                scope.Audit(routing.Settings.Writer, routing.Now, "alert", plan.MessageId, $"{code} {plan.Type} of {plan.Organisation}");
                SenderNotices.Add(scope, routing, plan.Sender, plan.MessageId, plan.PlanId, [new() { Code = code }], $"{plan.PlanId} {mark}");
            }

            scope.Save(PlanDeadlines.WithNext(plan with { Told = string.Join(',', due.Select(one => one.Mark).Prepend(plan.Told).Where(mark => mark.Length > 0)) }, routing.Directory));
        }
    }
}
