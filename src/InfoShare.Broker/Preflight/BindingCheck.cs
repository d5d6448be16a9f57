using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Bindings that are not there, so that messages go nowhere; and others, so that they go to somebody else as well.</summary>
internal static class BindingCheck
{
    public static IEnumerable<Reason> Reasons(WantedTopology wanted, FoundTopology found)
    {
        foreach (var binding in wanted.Bindings.Where(w => found.Bindings.All(f => f.Binding != w)))
            yield return new("no-binding", $"{Words(binding, wanted)} is missing: what is sent there goes nowhere");
        foreach (var binding in found.Bindings.Select(f => f.Binding).Where(b => !wanted.Bindings.Contains(b)))
            yield return new("foreign-binding", $"{Words(binding, wanted)} is not wanted: somebody's messages go where they must not");
    }

    private static string Words(BrokerBinding binding, WantedTopology wanted) =>
        $"the binding of {wanted.Named(binding.Destination)} to {wanted.Named(binding.Source)}{(binding.Key.Length > 0 ? $" for {binding.Key}" : "")}";
}
