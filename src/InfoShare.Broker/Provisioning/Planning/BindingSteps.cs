using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Bindings. One that nobody wants is a leak: it lets somebody go on receiving.</summary>
internal static class BindingSteps
{
    public static IEnumerable<PlanStep> Remove(WantedTopology wanted, FoundTopology found) => found.Bindings
        .Where(f => !wanted.Bindings.Contains(f.Binding) || !f.Arguments.Equals(Arguments.None))
        .Select(f => new PlanStep(StepKind.Remove, Words(f.Binding, wanted), Take(wanted.VirtualHost, f)));

    public static IEnumerable<PlanStep> Make(WantedTopology wanted, FoundTopology found) => wanted.Bindings
        .Where(w => !found.Bindings.Any(f => f.Binding == w && f.Arguments.Equals(Arguments.None))
            || ExchangeSteps.IsMadeAgain(w.Source, wanted, found) || ExchangeSteps.IsMadeAgain(w.Destination, wanted, found))
        .Select(w => new PlanStep(StepKind.Make, Words(w, wanted), Give(wanted.VirtualHost, w)));

    public static ManagementRequest Give(string host, BrokerBinding binding) =>
        Post(PathFor(host, binding), new() { ["routing_key"] = binding.Key, ["arguments"] = new System.Text.Json.Nodes.JsonObject() });

    public static ManagementRequest Take(string host, FoundBinding found) =>
        Delete($"{PathFor(host, found.Binding)}/{Uri.EscapeDataString(found.Id)}");

    private static string Words(BrokerBinding binding, WantedTopology wanted) =>
        $"binding of {(binding.ToQueue ? "queue" : "exchange")} {wanted.Named(binding.Destination)} to exchange {wanted.Named(binding.Source)}{(binding.Key.Length > 0 ? $" for {binding.Key}" : "")}";

    private static string PathFor(string host, BrokerBinding binding) =>
        PathOf("bindings", host, "e", binding.Source, binding.ToQueue ? "q" : "e", binding.Destination);
}
