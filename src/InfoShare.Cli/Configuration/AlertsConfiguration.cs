using System.Globalization;
using InfoShare.Console.Alerts;

namespace InfoShare.Cli.Configuration;

/// <summary>Who is told of what stands.</summary>
public sealed record AlertsConfiguration
{
    /// <summary>Under which address people reach the console.</summary>
    public Uri? Console { get; init; }

    /// <summary>When only what is urgent is told; null: never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>When it is told each day that alerting works; null: never.</summary>
    public TimeOnly? DailyAt { get; init; }

    /// <summary>Minutes that a delivery may be held for a person.</summary>
    public int HeldMinutes { get; init; } = 240;

    /// <summary>Minutes that an urgent delivery may take to be received.</summary>
    public int UrgentMinutes { get; init; } = 15;

    /// <summary>By e-mail, where a host is named.</summary>
    public SmtpConfiguration Smtp { get; init; } = new();

    /// <summary>By a post to an address, where one is named.</summary>
    public WebhookConfiguration Webhook { get; init; } = new();

    internal static AlertsConfiguration Read(Section section)
    {
        var defaults = new AlertsConfiguration();
        var (from, to) = (Time(section, "quietFrom"), Time(section, "quietTo"));
        var settings = new AlertsConfiguration
        {
            Console = HandOverSections.Address(section, "console"),
            Quiet = from is { } begin && to is { } end ? new(begin, end) : null,
            DailyAt = Time(section, "dailyAt"),
            HeldMinutes = section.Whole("heldMinutes", defaults.HeldMinutes, 1, 10_080),
            UrgentMinutes = section.Whole("urgentMinutes", defaults.UrgentMinutes, 1, 1_440),
            Smtp = SmtpConfiguration.Read(section.Inner("smtp")),
            Webhook = HandOverSections.ReadWebhook(section.Inner("webhook")),
        };
        section.RefuseUnknown();
        if (from is null != to is null)
            section.Refuse("quietFrom", "and quietTo must both be there, or neither", 0);
        if (settings.Webhook is { Url: null } != settings.Webhook is { KeyFile: null })
            section.Refuse("webhook", "needs url and keyFile", 0);
        return settings;
    }

    private static TimeOnly? Time(Section section, string key) => section.Text(key) switch
    {
        null => null,
        var text when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => section.Refuse<TimeOnly?>(key, "must be a time of the day, such as \"22:00\"", null),
    };
}

/// <summary>A mail server.</summary>
public sealed record SmtpConfiguration
{
    /// <summary>Null: no e-mail.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; }

    public string? User { get; init; }

    /// <summary>The file of the user's password.</summary>
    public string? PasswordFile { get; init; }

    public string? From { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, SmtpSecurity> Securities =
        new Dictionary<string, SmtpSecurity> { ["starttls"] = SmtpSecurity.StartTls, ["tls"] = SmtpSecurity.Tls, ["none"] = SmtpSecurity.None };

    internal static SmtpConfiguration Read(Section section)
    {
        var defaults = new SmtpConfiguration();
        var settings = new SmtpConfiguration
        {
            Host = section.Text("host"),
            Port = section.Whole("port", defaults.Port, 1, 65_535),
            Security = section.OneOf("security", Securities, defaults.Security),
            User = section.Text("user"),
            PasswordFile = section.Text("passwordFile"),
            From = section.Text("from"),
            To = section.Texts("to", IsMailbox, "must be a list of mail addresses, such as [duty@council.example]"),
        };
        section.RefuseUnknown();
        if (settings.From is { } from && !IsMailbox(from))
            section.Refuse("from", "must be a mail address", 0);
        if (settings is { Host: not null } and ({ From: null } or { To.Count: 0 }))
            section.Refuse("host", "needs from and to", 0);
        if (settings.User is null != settings.PasswordFile is null)
            section.Refuse("user", "and passwordFile must both be there, or neither", 0);
        // A password, and what happens to children's messages, is nothing for a network to read.
        if (settings is { Host: not null, Security: SmtpSecurity.None } && settings.Host is not ("localhost" or "127.0.0.1" or "::1"))
            section.Refuse("security", "must be starttls or tls, unless the host is this machine", 0);
        return settings;
    }

    private static bool IsMailbox(string text) => System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}
