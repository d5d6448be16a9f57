using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>What must be done for a broker to hold what it is to hold, in this order.</summary>
/// <param name="Steps">Empty: nothing to do.</param>
/// <param name="Refusal">Why nothing at all may be done; null as a rule.</param>
public sealed record ProvisioningPlan(IReadOnlyList<PlanStep> Steps, string? Refusal)
{
    /// <summary>Compares what is wanted with what was found by an administrator. Pure.</summary>
    /// <param name="asking">The administrator: it keeps its rights.</param>
    public static ProvisioningPlan Of(WantedTopology wanted, FoundTopology found, string asking)
    {
        if (RefusalOf(wanted, found) is { } refusal)
            return new([], refusal);
        return new(
            [
                // Who is not wanted is shut out first, and who is wanted is let in when everything is there. What is to go
                // goes before what is to come, because the number of queues is limited.
                .. UserSteps.Remove(wanted, found),
                .. HostSteps.Make(wanted, found, asking),
                .. PolicySteps.All(wanted, found),
                .. BindingSteps.Remove(wanted, found),
                .. ExchangeSteps.Remove(wanted, found),
                .. QueueSteps.Remove(wanted, found),
                .. ExchangeSteps.Make(wanted, found),
                .. QueueSteps.Make(wanted, found),
                .. BindingSteps.Make(wanted, found),
                .. UserSteps.Make(wanted, found),
            ],
            null);
    }

    /// <summary>Why a virtual host is none that InfoShare may use at all; null as a rule. Pure.</summary>
    public static string? RefusalOf(WantedTopology wanted, FoundTopology found)
    {
        if (found.Host is null)
            return null;
        var holdsSomething = found.Exchanges.Count + found.Queues.Count > 0;
        if (holdsSomething && found.Host.Description != WantedTopology.Mark)
            return $"the virtual host {wanted.VirtualHost} holds things and does not have InfoShare's mark as its description, so it may be somebody else's, and would be cleared: give InfoShare a virtual host of its own";

        var theirs = found.Exchanges.Select(e => e.Exchange.Name).Where(IsOfParticipant).ToHashSet();
        return theirs.Count > 0 && !wanted.Exchanges.Any(e => IsOfParticipant(e.Name) && theirs.Contains(e.Name))
            ? "all names in the virtual host were made with another names key, or for other participants: put that key back. To begin anew, delete the virtual host"
            : null;
    }

    private static bool IsOfParticipant(string name) => name.StartsWith(BrokerNames.ParticipantsStart, StringComparison.Ordinal);
}
