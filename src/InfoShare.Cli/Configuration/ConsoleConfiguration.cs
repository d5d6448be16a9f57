using System.Collections.Frozen;
using System.Net;

namespace InfoShare.Cli.Configuration;

/// <summary>Where the operators' console answers.</summary>
public sealed record ConsoleConfiguration
{
    /// <summary>Address to listen on.</summary>
    public string Listen { get; init; } = Settings.Listen;

    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; } = 5081;

    /// <summary>The server's certificate, PEM. Needed where others than this machine may connect.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's key, PEM.</summary>
    public string? Key { get; init; }

    /// <summary>By which people may sign in as well; null: by password only.</summary>
    public ProviderConfiguration? Provider { get; init; }

    /// <summary>Where the adapters of participants answer that run as processes of their own, so that inboxes can send.</summary>
    public IReadOnlyDictionary<string, Uri> Adapters { get; init; } = FrozenDictionary<string, Uri>.Empty;

    internal static ConsoleConfiguration Read(Section section)
    {
        var defaults = new ConsoleConfiguration();
        var settings = new ConsoleConfiguration
        {
            Listen = section.Text("listen") ?? defaults.Listen,
            Port = section.Whole("port", defaults.Port, 0, 65_535),
            Certificate = section.Text("certificate"),
            Key = section.Text("key"),
            Adapters = ReadAdapters(section.Inner("adapters")),
            Provider = section.Keys.Contains("provider") ? ProviderConfiguration.Read(section.Inner("provider")) : null,
        };
        section.RefuseUnknown();
        if (!IPAddress.TryParse(settings.Listen, out var address))
            section.Refuse("listen", "must be an IP address of this machine, such as 0.0.0.0 for all", 0);
        else if (!IPAddress.IsLoopback(address) && settings is not { Certificate: not null, Key: not null })
            section.Refuse("listen", "needs certificate and key, unless it is 127.0.0.1", 0);
        return settings;
    }

    private static FrozenDictionary<string, Uri> ReadAdapters(Section section) =>
        section.Keys.Select(participant => (participant, Address: HandOverSections.Address(section, participant))).Where(one => one.Address is not null)
            .ToFrozenDictionary(one => one.participant, one => one.Address!);
}
