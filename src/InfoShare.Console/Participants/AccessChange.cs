namespace InfoShare.Console.Participants;

/// <summary>What may be changed about who is let in.</summary>
public enum AccessTask
{
    /// <summary>A certificate with a new key, for a name that has no good one.</summary>
    Issue = 1,

    /// <summary>The next certificate for the same key.</summary>
    Renew,

    /// <summary>All certificates of the name, and its user of the broker.</summary>
    Revoke,

    /// <summary>The broker is made to hold what the directory says.</summary>
    Provision,
}

/// <summary>One change.</summary>
/// <param name="Name">Whose certificate; of provisioning the version of what was compared.</param>
public sealed record AccessChange(AccessTask Task, string Name)
{
    /// <summary>As an approval keeps it.</summary>
    public string Subject => $"{Task.ToString().ToLowerInvariant()} {Name}";

    /// <summary>Where more is shown of it.</summary>
    public string Address => Task == AccessTask.Provision ? "/broker" : $"/participants/{Uri.EscapeDataString(Name)}";

    /// <summary>Whose certificate everybody needs.</summary>
    public const string Routing = "routing";

    /// <summary>What would happen.</summary>
    public string Words => Task switch
    {
        AccessTask.Issue => $"Issue a certificate with a new key to {Name}",
        AccessTask.Renew => $"Renew the certificate of {Name} for the same key",
        AccessTask.Revoke when Name == Routing => $"Revoke every certificate of {Name}: nothing is routed for anybody until it has another",
        AccessTask.Revoke => $"Revoke every certificate of {Name}: the broker ends its connections, and what is for it waits",
        _ => $"Make the broker hold what the directory says, as compared in {Name}",
    };

    /// <summary>What a subject says; null: it is none.</summary>
    public static AccessChange? Read(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Split(' ') is [var task, { Length: > 0 } name] ? TaskOf(task) is { } known ? new(known, name) : null : null;
    }

    /// <summary>The task of a word; null: there is none.</summary>
    public static AccessTask? TaskOf(string? word) => word switch
    {
        "issue" => AccessTask.Issue,
        "renew" => AccessTask.Renew,
        "revoke" => AccessTask.Revoke,
        "provision" => AccessTask.Provision,
        _ => null,
    };

    /// <summary>What can be done about the certificate that a name has; null: it has none. A node's holds names of machines, which the console does not know.</summary>
    public static IReadOnlyList<AccessTask> PossibleOf(CertificateOf? certificate) => certificate switch
    {
        { IsNode: true } => certificate.State == "valid" ? [AccessTask.Renew] : [],
        { State: "valid" } => [AccessTask.Renew, AccessTask.Revoke],
        { State: "expired" } => [AccessTask.Issue, AccessTask.Revoke],
        _ => [AccessTask.Issue],
    };
}
