namespace InfoShare.Cli.Configuration;

/// <summary>What carries messages.</summary>
public enum Transport
{
    /// <summary>Inside this process; forgets everything at its end.</summary>
    InMemory = 0,

    /// <summary>RabbitMQ.</summary>
    RabbitMq,
}

/// <summary>The broker, and who we are to it. Users are known by their certificates and by nothing else.</summary>
public sealed record TransportSettings
{
    /// <summary>What carries messages.</summary>
    public Transport Name { get; init; }

    /// <summary>The broker's nodes, <c>host:port</c>, tried in turn. None: a private node is started in the data folder.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The name that the nodes' certificates must have; null: the first node's.</summary>
    public string? ServerName { get; init; }

    /// <summary>The virtual host.</summary>
    public string VirtualHost { get; init; } = "infoshare";

    /// <summary>The folder of <c>ca.pem</c> and of <c>NAME.pem</c> and <c>NAME.key</c> of every user that this process is; participants have <c>NAME.json</c> as well.</summary>
    public string? Certificates { get; init; }

    /// <summary>The file of the key from which the participants' names in the broker are made. Routing and provisioning need it; adapters do not.</summary>
    public string? NamesKey { get; init; }

    /// <summary>The nodes' management interfaces, for provisioning and for routing's check at start; the first that answers is used.</summary>
    public IReadOnlyList<Uri> Management { get; init; } = [];

    /// <summary>The user of the management interface.</summary>
    public string? ManagementUser { get; init; }

    /// <summary>The file of that user's password.</summary>
    public string? ManagementPasswordFile { get; init; }
}

/// <summary>What keeps routing's records.</summary>
public enum Database
{
    /// <summary>A file in the data folder.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>Where routing's records are.</summary>
public sealed record DatabaseSettings
{
    /// <summary>What keeps the records.</summary>
    public Database Name { get; init; }

    /// <summary>How to reach the records, in Npgsql's form. None: a private PostgreSQL is started in the data folder.</summary>
    public string? Connection { get; init; }

    /// <summary>How to reach the record keys: another database, with backups of its own.</summary>
    public string? KeysConnection { get; init; }
}
