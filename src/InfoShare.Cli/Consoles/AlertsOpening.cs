using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Console.Alerts;

namespace InfoShare.Cli.Consoles;

/// <summary>Reads the secrets that alerting needs.</summary>
internal static class AlertsOpening
{
    /// <exception cref="CannotStartException">A file is not there, or holds no such thing.</exception>
    public static AlertSettings Of(AlertsConfiguration settings) => new()
    {
        Console = settings.Console,
        Quiet = settings.Quiet,
        DailyAt = settings.DailyAt,
        HeldLimit = TimeSpan.FromMinutes(settings.HeldMinutes),
        UrgentLimit = TimeSpan.FromMinutes(settings.UrgentMinutes),
        Smtp = settings.Smtp is { Host: { } host, From: { } from } smtp
            ? new(host, smtp.Port, smtp.Security, smtp.User, smtp.PasswordFile is { } file ? HandOverOpening.Text(file) : null, from, smtp.To)
            : null,
        Webhook = settings.Webhook is { Url: { } url, KeyFile: { } key } ? new(url, HandOverOpening.WebhookKey(key).Bytes.ToArray()) : null,
    };
}
