namespace InfoShare.Console.Participants;

/// <summary>Where there are no certificates and no users: participants are connected by being in one process.</summary>
public sealed class NoBrokerAccess : IBrokerAccess
{
    public string WhyNot => "The transport in memory knows no certificates and no users";

    public CertificateList Certificates() => new([], null);

    public Task<BrokerComparison> CompareAsync(CancellationToken cancellationToken) => Task.FromResult(new BrokerComparison("", [], WhyNot));

    public Task<ChangeOutcome> DoAsync(AccessChange change, DateTimeOffset approvedAt, CancellationToken cancellationToken) => Task.FromResult(ChangeOutcome.NotNow(WhyNot));
}
