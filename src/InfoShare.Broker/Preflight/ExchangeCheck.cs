using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Exchanges that are not there, or pass on otherwise than they must.</summary>
internal static class ExchangeCheck
{
    public static IEnumerable<Reason> Reasons(WantedTopology wanted, FoundTopology found)
    {
        foreach (var exchange in wanted.Exchanges)
            if (found.Exchanges.FirstOrDefault(f => f.Exchange.Name == exchange.Name) is not { } there)
                yield return new("no-exchange", $"there is no exchange {wanted.Named(exchange.Name)}");
            else
                foreach (var (code, words) in Faults(exchange, there))
                    yield return new(code, $"exchange {wanted.Named(exchange.Name)} {words}");
    }

    private static IEnumerable<(string Code, string Words)> Faults(BrokerExchange wanted, FoundExchange found)
    {
        if (found.Exchange.Type != wanted.Type)
            yield return ("exchange-type", $"is of type {found.Exchange.Type}, not {wanted.Type}: it passes messages on to others than it must");
        if (found.Exchange.Arguments["alternate-exchange"] is not null)
            yield return ("alternate-exchange", "has an alternate exchange: what cannot be delivered counts as delivered");
        foreach (var name in found.Exchange.Arguments.Names.Where(n => n != "alternate-exchange"))
            yield return ("foreign-argument", $"has the argument {name}, which is not wanted");
        if (!found.Durable || found.AutoDelete)
            yield return ("exchange-not-durable", "is gone after a restart, or when nothing is bound to it");
    }
}
