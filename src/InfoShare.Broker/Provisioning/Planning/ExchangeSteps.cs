using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Exchanges. They hold nothing: one that is not as it must be is made again, with its bindings.</summary>
internal static class ExchangeSteps
{
    public static IEnumerable<PlanStep> Remove(WantedTopology wanted, FoundTopology found) => found.Exchanges
        .Where(f => wanted.Exchanges.All(w => w.Name != f.Exchange.Name))
        .Select(f => new PlanStep(StepKind.Remove, $"exchange {f.Exchange.Name}", Delete(PathFor(wanted.VirtualHost, f.Exchange.Name))));

    public static IEnumerable<PlanStep> Make(WantedTopology wanted, FoundTopology found)
    {
        foreach (var exchange in wanted.Exchanges)
            if (found.Exchanges.FirstOrDefault(f => f.Exchange.Name == exchange.Name) is not { } there)
                yield return new(StepKind.Make, $"exchange {wanted.Named(exchange.Name)}", Put(wanted.VirtualHost, exchange));
            else if (Differs(exchange, there))
                yield return new(
                    StepKind.Change, $"exchange {wanted.Named(exchange.Name)}: makes it again, as {exchange.Type} without arguments",
                    Delete(PathFor(wanted.VirtualHost, exchange.Name)), Put(wanted.VirtualHost, exchange));
    }

    /// <summary>Whether an exchange must be made again, upon which its bindings are gone.</summary>
    public static bool IsMadeAgain(string name, WantedTopology wanted, FoundTopology found) =>
        wanted.Exchanges.FirstOrDefault(w => w.Name == name) is { } exchange && found.Exchanges.Any(f => f.Exchange.Name == name && Differs(exchange, f));

    private static bool Differs(BrokerExchange wanted, FoundExchange found) => found.Exchange != wanted || !found.Durable || found.AutoDelete || found.Internal;

    private static string PathFor(string host, string name) => PathOf("exchanges", host, name);

    private static ManagementRequest Put(string host, BrokerExchange exchange) => ManagementRequest.Put(PathFor(host, exchange.Name), new()
    {
        ["type"] = exchange.Type,
        ["durable"] = true,
        ["auto_delete"] = false,
        ["internal"] = false,
        ["arguments"] = exchange.Arguments.ToJson(),
    });
}
