namespace InfoShare.Console.Participants;

/// <summary>Certificates, and what the broker holds for each participant: what lets it in, and what shuts it out.</summary>
public interface IBrokerAccess
{
    /// <summary>Why nothing can be changed from here; null: it can.</summary>
    string? WhyNot { get; }

    /// <summary>The latest certificate of each name: participants, routing, nodes of the broker.</summary>
    CertificateList Certificates();

    /// <summary>What the broker lacks, by the directory. Changes nothing.</summary>
    Task<BrokerComparison> CompareAsync(CancellationToken cancellationToken);

    /// <summary>Makes a change, which may have been made already.</summary>
    /// <param name="approvedAt">A revocation is of the keys that there were then.</param>
    Task<ChangeOutcome> DoAsync(AccessChange change, DateTimeOffset approvedAt, CancellationToken cancellationToken);
}

/// <summary>What certificates there are.</summary>
/// <param name="Problem">Why it is not known; null: it is.</param>
public sealed record CertificateList(IReadOnlyList<CertificateOf> All, string? Problem)
{
    /// <summary>The latest of a name; null: it has had none, or it is not known.</summary>
    public CertificateOf? Of(string name) => All.FirstOrDefault(one => one.Name == name);
}

/// <summary>The latest certificate of a name.</summary>
/// <param name="IsNode">Of a node of the broker, which is let in by nobody.</param>
/// <param name="State">valid, expired or revoked.</param>
/// <param name="Until">When it ends or ended; of a revoked one, when it was revoked.</param>
/// <param name="DaysLeft">Whole days; 0 where it is not valid.</param>
public sealed record CertificateOf(string Name, bool IsNode, string State, DateTimeOffset Until, int DaysLeft);

/// <summary>The broker, compared with the directory.</summary>
/// <param name="Version">Changes with the steps.</param>
/// <param name="Steps">What would be done, in words without unguessable names.</param>
/// <param name="Problem">Why nothing can be done, or could be compared; null: nothing stands in the way.</param>
public sealed record BrokerComparison(string Version, IReadOnlyList<string> Steps, string? Problem)
{
    /// <summary>Why the broker can lose messages or leak all the same: what no step changes.</summary>
    public IReadOnlyList<string> Unsafe { get; init; } = [];
}

/// <summary>What came of a change.</summary>
/// <param name="Problem">Why it was not made; null: it was.</param>
/// <param name="Final">Trying again would change nothing.</param>
public sealed record ChangeOutcome(string? Problem, bool Final)
{
    public static ChangeOutcome Done { get; } = new(null, true);

    public static ChangeOutcome NotNow(string problem) => new(problem, false);

    public static ChangeOutcome Never(string problem) => new(problem, true);
}
