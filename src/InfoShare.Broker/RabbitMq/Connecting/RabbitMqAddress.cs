namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Where a broker is, and as whom to go there.</summary>
/// <param name="Hosts">The nodes; each is tried in turn. At least one.</param>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Login">How to say who we are.</param>
public sealed record RabbitMqAddress(IReadOnlyList<RabbitMqHost> Hosts, string VirtualHost, RabbitMqLogin Login);

/// <summary>One node of the broker.</summary>
/// <param name="Name">Host name or address.</param>
/// <param name="Port">AMQP port.</param>
public sealed record RabbitMqHost(string Name, int Port);

/// <summary>How to say who we are.</summary>
/// <param name="User">The broker's user; the broker refuses a message that names another one.</param>
public abstract record RabbitMqLogin(string User);

/// <summary>A user and a password, without TLS: for tests and one machine.</summary>
public sealed record PasswordLogin(string User, string Password) : RabbitMqLogin(User)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => $"{User} by password";
}

/// <summary>
/// A client certificate, mechanism EXTERNAL. The files are read at each connect, so a renewed certificate is used from the next one on.
/// </summary>
/// <param name="User">The certificate's common name.</param>
/// <param name="AuthorityFile">PEM of the only authority whose brokers are trusted.</param>
/// <param name="CertificateFile">PEM of our certificate.</param>
/// <param name="KeyFile">PEM of its key.</param>
/// <param name="ServerName">The name that the broker's certificate must have.</param>
public sealed record CertificateLogin(string User, string AuthorityFile, string CertificateFile, string KeyFile, string ServerName) : RabbitMqLogin(User);
