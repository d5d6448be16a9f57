using InfoShare.Console;

namespace InfoShare.Tests.Console;

/// <summary>A broker in memory, of which there is nothing to say.</summary>
internal sealed class NoBroker : IBrokerTruth
{
    public Task<BrokerState> LookAsync(CancellationToken cancellationToken) => Task.FromResult(new BrokerState("in-memory", null, [], [], [], []));
}
