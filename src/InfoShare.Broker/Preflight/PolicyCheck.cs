using System.Text.RegularExpressions;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Policies that change how our queues and exchanges behave, and the one that must be there.</summary>
internal static class PolicyCheck
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    public static IEnumerable<Reason> Reasons(WantedTopology wanted, FoundTopology found)
    {
        foreach (var policy in wanted.Policies.Where(w => found.Policies.All(f => f.ByOperator || f.Policy != w)))
            yield return new("no-policy", $"policy {policy.Name} is missing or changed: dead letters, which hold what people wrote, are not removed in time");

        foreach (var policy in found.Policies.Where(f => f.ByOperator || !wanted.Policies.Contains(f.Policy)))
            if (Hit(policy.Policy, wanted).ToList() is { Count: > 0 } hit)
                yield return new(
                    "foreign-policy",
                    $"policy {policy.Policy.Name} sets {string.Join(", ", policy.Policy.Definition.Names)} for {wanted.Named(hit[0])}{(hit.Count > 1 ? $" and {hit.Count - 1} more" : "")}");
    }

    private static IEnumerable<string> Hit(BrokerPolicy policy, WantedTopology wanted)
    {
        var queues = policy.AppliesTo == "exchanges" ? [] : wanted.Queues.Select(q => q.Name);
        var exchanges = policy.AppliesTo is "exchanges" or "all" ? wanted.Exchanges.Select(e => e.Name) : [];
        return queues.Concat(exchanges).Where(name => Fits(policy.Pattern, name)).Distinct();
    }

    /// <summary>The broker's expressions are nearly .NET's. One that .NET cannot read is taken to fit: better to look in vain.</summary>
    private static bool Fits(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.None, MatchLimit);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
