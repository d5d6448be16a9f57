using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Cluster;

/// <summary>Writes the settings by which a cluster's processes find its nodes, so that any command can be given them with <c>--config</c>.</summary>
internal static class ClusterSettings
{
    /// <summary>Writes <c>infoshare.yaml</c> into the data folder; returns its path.</summary>
    public static async Task<string> WriteAsync(Settings settings, CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.Data, "infoshare.yaml");
        var (transport, database) = (settings.Transport, settings.Database);
        await File.WriteAllTextAsync(file, $"""
            # Written by ./infoshare cluster; read by its processes.
            data: {Quoted(settings.Data)}
            keys: {Quoted(settings.KeysFolder)}
            transport:
              name: rabbitmq
              hosts: [{string.Join(", ", transport.Hosts)}]
              virtualHost: {transport.VirtualHost}
              certificates: {Quoted(transport.Certificates!)}
              namesKey: {Quoted(transport.NamesKey!)}
              management: [{string.Join(", ", transport.Management)}]
              managementUser: {transport.ManagementUser}
              managementPasswordFile: {Quoted(transport.ManagementPasswordFile!)}
            database:
              name: postgres
              connection: {Quoted(database.Connection!)}
              keysConnection: {Quoted(database.KeysConnection!)}
            console:
              adapters:
            {string.Join('\n', settings.Console.Adapters.Select(adapter => $"    {adapter.Key}: {adapter.Value}"))}

            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(settings.Data, "database.txt"), database.Connection, cancellationToken);
        return file;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
