using System.Net;
using System.Text.RegularExpressions;

namespace InfoShare.Cli.Configuration;

/// <summary>Reads how participants' systems get what arrives.</summary>
internal static partial class HandOverSections
{
    /// <summary>The words for each way.</summary>
    public static readonly IReadOnlyDictionary<string, HandOverWay> Ways =
        Enum.GetValues<HandOverWay>().ToDictionary(way => way.ToString().ToLowerInvariant());

    /// <summary>The settings with what the participant's section says of handing over.</summary>
    public static ParticipantSettings Read(Section section, ParticipantSettings settings)
    {
        settings = settings with
        {
            HandOver = section.OneOf("handOver", Ways, settings.HandOver),
            Webhook = ReadWebhook(section.Inner("webhook")),
            PullTokenFile = section.Text("pullTokenFile"),
            Mesh = ReadMesh(section.Inner("mesh")),
        };
        var missing = settings.HandOver switch
        {
            HandOverWay.Webhook when settings.Webhook is not { Url: not null, KeyFile: not null } => "webhook.url and webhook.keyFile",
            HandOverWay.Pull when settings.PullTokenFile is null => "pullTokenFile",
            HandOverWay.Mesh when settings.Mesh is not { Mailbox: not null, To: not null, Workflow: not null } => "mesh, with to and workflow",
            _ => null,
        };
        return missing is null ? settings : section.Refuse("handOver", $"needs {missing}", settings);
    }

    /// <summary>Where systems on other machines fetch.</summary>
    public static PullConfiguration ReadPull(Section section)
    {
        var settings = new PullConfiguration
        {
            Listen = section.Text("listen"),
            Port = section.Whole("port", new PullConfiguration().Port, 0, 65_535),
            Certificate = section.Text("certificate"),
            Key = section.Text("key"),
        };
        section.RefuseUnknown();
        if (settings.Listen is { } address && !IPAddress.TryParse(address, out _))
            section.Refuse("listen", "must be an IP address of this machine, such as 0.0.0.0 for all", 0);
        if (settings is { Listen: not null, Certificate: null } or { Listen: not null, Key: null })
            section.Refuse("listen", "needs certificate and key", 0);
        return settings;
    }

    /// <summary>Where it is posted to.</summary>
    public static WebhookConfiguration ReadWebhook(Section section)
    {
        var settings = new WebhookConfiguration
        {
            Url = Address(section, "url"),
            KeyFile = section.Text("keyFile"),
        };
        section.RefuseUnknown();
        return settings;
    }

    private static MeshConfiguration ReadMesh(Section section)
    {
        var settings = new MeshConfiguration
        {
            Url = Address(section, "url"),
            Mailbox = section.Text("mailbox"),
            PasswordFile = section.Text("passwordFile"),
            SharedKeyFile = section.Text("sharedKeyFile"),
            Certificate = section.Text("certificate"),
            Key = section.Text("key"),
            Authority = section.Text("authority"),
            To = section.Text("to"),
            Workflow = section.Text("workflow"),
            LookSeconds = section.Whole("lookSeconds", new MeshConfiguration().LookSeconds, 1, 86_400),
        };
        section.RefuseUnknown();
        foreach (var (key, id) in new[] { ("mailbox", settings.Mailbox), ("to", settings.To), ("workflow", settings.Workflow) })
            if (id is not null && !MeshId().IsMatch(id))
                section.Refuse(key, "must be capital letters, digits and underscores", 0);
        if (settings is { Mailbox: not null } and ({ Url: null } or { PasswordFile: null } or { SharedKeyFile: null }))
            section.Refuse("mailbox", "needs url, passwordFile and sharedKeyFile", 0);
        if (settings.Certificate is null != settings.Key is null)
            section.Refuse("certificate", "and key must both be there, or neither", 0);
        return settings;
    }

    /// <summary>Encrypted, unless it is of this machine.</summary>
    public static Uri? Address(Section section, string key) => section.Text(key) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true }) => address,
        _ => section.Refuse<Uri?>(key, "must be an address that begins with https://, or with http:// on this machine", null),
    };

    [GeneratedRegex(@"^[A-Z0-9_]{1,50}\z")]
    private static partial Regex MeshId();
}
