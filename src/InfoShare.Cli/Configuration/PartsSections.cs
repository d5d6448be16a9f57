using System.Text.RegularExpressions;

namespace InfoShare.Cli.Configuration;

/// <summary>Reads the sections about what carries messages and what keeps the records.</summary>
internal static partial class PartsSections
{
    /// <summary>The words for each transport, on the command line and in the file.</summary>
    public static readonly IReadOnlyDictionary<string, Transport> Transports =
        new Dictionary<string, Transport> { ["in-memory"] = Transport.InMemory, ["rabbitmq"] = Transport.RabbitMq };

    /// <summary>The words for each database.</summary>
    public static readonly IReadOnlyDictionary<string, Database> Databases =
        new Dictionary<string, Database> { ["sqlite"] = Database.Sqlite, ["postgres"] = Database.Postgres };

    public static TransportSettings ReadTransport(Section section)
    {
        var defaults = new TransportSettings();
        var settings = new TransportSettings
        {
            Name = section.OneOf("name", Transports, defaults.Name),
            Hosts = section.Texts("hosts", HostAndPort().IsMatch, "must be a list of host:port, such as [localhost:5671]"),
            ServerName = section.Text("serverName"),
            VirtualHost = section.Text("virtualHost") ?? defaults.VirtualHost,
            Certificates = section.Text("certificates"),
            NamesKey = section.Text("namesKey"),
            Management = section.Texts("management", IsAddress, "must be a list of addresses, such as [http://127.0.0.1:15672]").Select(text => new Uri(text)).ToArray(),
            ManagementUser = section.Text("managementUser"),
            ManagementPasswordFile = section.Text("managementPasswordFile"),
        };
        section.RefuseUnknown();
        if (settings is { Hosts.Count: > 0, Certificates: null })
            section.Refuse("hosts", "need certificates: the folder of ca.pem and of each user's certificate and key", 0);
        return settings;
    }

    public static DatabaseSettings ReadDatabase(Section section)
    {
        var settings = new DatabaseSettings
        {
            Name = section.OneOf("name", Databases, new DatabaseSettings().Name),
            Connection = section.Text("connection"),
            KeysConnection = section.Text("keysConnection"),
        };
        section.RefuseUnknown();
        if (settings.Connection is null != settings.KeysConnection is null)
            section.Refuse("connection", "and keysConnection must both be there, or neither", 0);
        return settings;
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" };

    [GeneratedRegex(@"^[A-Za-z0-9.-]+:[0-9]{1,5}\z")]
    private static partial Regex HostAndPort();
}
