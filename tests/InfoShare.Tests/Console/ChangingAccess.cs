using InfoShare.Console.Participants;

namespace InfoShare.Tests.Console;

/// <summary>A broker with one certificate; what is asked of it is noted.</summary>
internal sealed class ChangingAccess : IBrokerAccess
{
    public const string Named = "police-suffolk";

    public string? WhyNot => null;

    /// <summary>What came of each that is to be done from now on.</summary>
    public ChangeOutcome Outcome { get; set; } = ChangeOutcome.Done;

    public BrokerComparison Comparison { get; set; } = new("v1", ["make user police-suffolk"], null);

    /// <summary>As nobody foresaw.</summary>
    public bool Fails { get; set; }

    public List<AccessChange> Done { get; } = [];

    public int Tried { get; private set; }

    /// <summary>valid, expired or revoked.</summary>
    public string State { get; set; } = "valid";

    /// <summary>Whose it is.</summary>
    public string Of { get; init; } = Named;

    public CertificateList Certificates() =>
        new([new("broker-1", true, "valid", new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), 41), new(Of, false, State, new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), 41)], null);

    public Task<BrokerComparison> CompareAsync(CancellationToken cancellationToken) => Task.FromResult(Comparison);

    public Task<ChangeOutcome> DoAsync(AccessChange change, DateTimeOffset approvedAt, CancellationToken cancellationToken)
    {
        Tried++;
        if (Fails)
            throw new InvalidOperationException("invented");
        if (Outcome.Problem is null)
            Done.Add(change);
        return Task.FromResult(Outcome);
    }
}
