using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Mesh;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Hosting;

/// <summary>Reads the secrets and certificates that a way of handing over needs.</summary>
internal static class HandOverOpening
{
    /// <summary>Shorter ones can be guessed.</summary>
    private const int ShortestSecret = 24;

    private const string StandardWebhooks = "whsec_";

    /// <exception cref="CannotStartException">A file is not there, or holds no such thing.</exception>
    public static HandOverSettings Of(ParticipantSettings settings) => settings.HandOver switch
    {
        HandOverWay.Webhook => new HandOverSettings.Webhook(settings.Webhook.Url!, WebhookKey(settings.Webhook.KeyFile!)),
        HandOverWay.Pull => new HandOverSettings.Pull(Secret.Of(LongText(settings.PullTokenFile!))),
        HandOverWay.Mesh => new HandOverSettings.ByMesh(settings.Mesh.To!, settings.Mesh.Workflow!) { Mailbox = Mailbox(settings.Mesh)! },
        _ => new HandOverSettings.Folder(),
    };

    /// <summary>Null where there is none.</summary>
    /// <exception cref="CannotStartException">A file is not there, or holds no such thing.</exception>
    public static MeshSettings? Mailbox(MeshConfiguration settings) => settings.Mailbox is not { } mailbox
        ? null
        : new(settings.Url!, mailbox, Secret.Of(Text(settings.PasswordFile!)), Secret.Of(Text(settings.SharedKeyFile!)))
        {
            Certificate = settings.Certificate is { } certificate ? Certificate(certificate, settings.Key) : null,
            Authority = settings.Authority is { } authority ? Certificate(authority, null) : null,
            Look = TimeSpan.FromSeconds(settings.LookSeconds),
        };

    /// <summary>A certificate, with its key where one is named.</summary>
    /// <exception cref="CannotStartException">It cannot be read.</exception>
    public static X509Certificate2 Certificate(string path, string? key)
    {
        try
        {
            return key is null ? X509CertificateLoader.LoadCertificateFromFile(path) : X509Certificate2.CreateFromPemFile(path, key);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{path} holds no certificate{(key is null ? "" : $", or {key} not its key")}");
        }
    }

    /// <summary>As it is, or base64 after <c>whsec_</c>.</summary>
    /// <exception cref="CannotStartException">The file is not there, or holds no such thing.</exception>
    public static Secret WebhookKey(string path)
    {
        var text = LongText(path);
        if (!text.StartsWith(StandardWebhooks, StringComparison.Ordinal))
            return Secret.Of(text);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[StandardWebhooks.Length..], bytes, out var length)
            ? new(bytes[..length])
            : throw new CannotStartException($"{path}: what follows {StandardWebhooks} must be base64");
    }

    private static string LongText(string path) => Text(path) is { Length: >= ShortestSecret } text
        ? text
        : throw new CannotStartException($"{path}: must hold at least {ShortestSecret} characters");

    /// <summary>What a file of one secret holds.</summary>
    /// <exception cref="CannotStartException">It cannot be read, or is empty.</exception>
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : throw new CannotStartException($"{path}: must not be empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{path} cannot be read");
        }
    }
}
