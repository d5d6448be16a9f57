namespace InfoShare.Console.Alerts;

/// <summary>Who is told of what stands, how and when. Without a channel, alerts are shown on their page and told to nobody.</summary>
public sealed record AlertSettings
{
    /// <summary>Under which address people reach the console; null: texts name pages without it.</summary>
    public Uri? Console { get; init; }

    /// <summary>When only what is urgent is told, by the clocks in England; null: never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>When "alerting works" is told each day, by the clocks in England; null: never.</summary>
    public TimeOnly? DailyAt { get; init; }

    /// <summary>A delivery may be held for a person for so long.</summary>
    public TimeSpan HeldLimit { get; init; } = TimeSpan.FromHours(4);

    /// <summary>An urgent delivery may take so long to be received.</summary>
    public TimeSpan UrgentLimit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Null: no e-mail.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Null: none.</summary>
    public WebhookSettings? Webhook { get; init; }
}

/// <summary>How a mail server is spoken to.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS after the greeting; without it, nothing is sent.</summary>
    StartTls = 0,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In clear: for a server on this machine.</summary>
    None,
}

/// <summary>A mail server and what is sent by it.</summary>
/// <param name="User">Null: it asks for none.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, string From, IReadOnlyList<string> To)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>An address that alerts are posted to, signed as Standard Webhooks has it.</summary>
public sealed record WebhookSettings(Uri Url, ReadOnlyMemory<byte> Key)
{
    /// <summary>Never the key; nor the address, which may hold one.</summary>
    public override string ToString() => Url.Host;
}

/// <summary>Hours of each day, by the clocks in England; may go over midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);
}
