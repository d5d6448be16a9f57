namespace InfoShare.Cli.Configuration;

/// <summary>How what arrives gets into the agency's system.</summary>
public enum HandOverWay
{
    /// <summary>As files in <c>out/</c>.</summary>
    Folder = 0,

    /// <summary>Posted to an address.</summary>
    Webhook,

    /// <summary>Fetched by the system.</summary>
    Pull,

    /// <summary>Sent to a mailbox of MESH.</summary>
    Mesh,
}

/// <summary>Where it is posted to.</summary>
public sealed record WebhookConfiguration
{
    /// <summary>https, or http on this machine.</summary>
    public Uri? Url { get; init; }

    /// <summary>The file of the key that signs each request.</summary>
    public string? KeyFile { get; init; }
}

/// <summary>A mailbox of MESH.</summary>
public sealed record MeshConfiguration
{
    /// <summary>Of the exchange.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its id.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The file of its password.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>The file of the environment's shared key.</summary>
    public string? SharedKeyFile { get; init; }

    /// <summary>The client's certificate, PEM; null where none is asked for.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's key, PEM.</summary>
    public string? Key { get; init; }

    /// <summary>The authority of the exchange's certificate, PEM; null: those that the system trusts.</summary>
    public string? Authority { get; init; }

    /// <summary>For handing over: the mailbox that the agency's system reads.</summary>
    public string? To { get; init; }

    /// <summary>For handing over: the workflow that tells that system what it is.</summary>
    public string? Workflow { get; init; }

    /// <summary>Between two looks into the inbox.</summary>
    public int LookSeconds { get; init; } = 300;
}

/// <summary>Where systems on other machines fetch what waits for them, by HTTPS.</summary>
public sealed record PullConfiguration
{
    /// <summary>Address to listen on; null: only on this machine, at the port of the status page.</summary>
    public string? Listen { get; init; }

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 5443;

    /// <summary>The server's certificate, PEM.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's key, PEM.</summary>
    public string? Key { get; init; }
}
