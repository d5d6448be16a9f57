namespace InfoShare.Cli.Configuration;

/// <summary>Everything that can be configured. What each key means is said in <c>Sample/infoshare.yaml</c>; a test keeps the defaults in step.</summary>
public sealed record Settings
{
    /// <summary>The only address that is listened on until participants have certificates.</summary>
    public const string Listen = "127.0.0.1";

    /// <summary>Port of the status page and of HTTP pick-up; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The data folder.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>The key folder, if it is not beside the data folder.</summary>
    public string? Keys { get; init; }

    /// <summary>The key folder: never inside the data folder, so that a copy of the data holds no keys.</summary>
    public string KeysFolder => Keys ?? Path.TrimEndingDirectorySeparator(Data) + ".keys";

    /// <summary>The directory file; null: the built-in sample.</summary>
    public string? Directory { get; init; }

    /// <summary>The folder of the policy sets; null: those of this release.</summary>
    public string? Policies { get; init; }

    /// <summary>Settings by participant id.</summary>
    public IReadOnlyDictionary<string, ParticipantSettings> Participants { get; init; } = new Dictionary<string, ParticipantSettings>();

    /// <summary>How long things are kept.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>How deliveries leave.</summary>
    public DispatcherSettings Dispatcher { get; init; } = new();

    /// <summary>What carries messages.</summary>
    public TransportSettings Transport { get; init; } = new();

    /// <summary>What keeps routing's records.</summary>
    public DatabaseSettings Database { get; init; } = new();

    /// <summary>Where systems on other machines fetch.</summary>
    public PullConfiguration Pull { get; init; } = new();

    /// <summary>Where the operators' console answers.</summary>
    public ConsoleConfiguration Console { get; init; } = new();

    /// <summary>Who is told of what stands.</summary>
    public AlertsConfiguration Alerts { get; init; } = new();

    /// <summary>Where metrics and traces go.</summary>
    public TelemetryConfiguration Telemetry { get; init; } = new();

    /// <summary>The least level that is logged.</summary>
    public LogLevel Logs { get; init; } = LogLevel.Information;

    /// <summary>The day that counts as today for every participant that has none of its own; null: today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The settings of a participant, the defaults where the file says nothing about it.</summary>
    public ParticipantSettings For(string participant)
    {
        var settings = Participants.GetValueOrDefault(participant) ?? new();
        return settings with { AsOf = settings.AsOf ?? AsOf };
    }
}

/// <summary>Settings of one participant's adapter.</summary>
public sealed record ParticipantSettings
{
    /// <summary>DfE three-digit codes of authorities whose files are taken besides the participant's own.</summary>
    public IReadOnlySet<string> AcceptAuthorities { get; init; } = new HashSet<string>();

    /// <summary>The day that counts as today for what is recent; null: today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A referral recorded within so many days becomes a concern.</summary>
    public int RecentDays { get; init; } = 30;

    /// <summary>Attendance below so many percent of possible sessions becomes a concern.</summary>
    public int AttendancePercent { get; init; } = 85;

    /// <summary>Attendance is not judged before there were so many possible sessions.</summary>
    public int AttendanceSessions { get; init; } = 40;

    /// <summary>The largest file that is taken, bytes.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The largest file that is taken of a format that is read as it comes, bytes.</summary>
    public int LargeFileBytes { get; init; } = 1024 * 1024 * 1024;

    /// <summary>An unreadable file goes to quarantine once it has not changed for so many seconds: it may still be written.</summary>
    public int SettleSeconds { get; init; } = 10;

    /// <summary>How what arrives gets into the agency's system.</summary>
    public HandOverWay HandOver { get; init; }

    /// <summary>For that way.</summary>
    public WebhookConfiguration Webhook { get; init; } = new();

    /// <summary>The file of the token that a system must have which fetches.</summary>
    public string? PullTokenFile { get; init; }

    /// <summary>A mailbox that is picked up, and from which may be handed over; none where it has no id.</summary>
    public MeshConfiguration Mesh { get; init; } = new();
}

/// <summary>Days that things are kept.</summary>
public sealed record RetentionSettings
{
    /// <summary>Files in <c>done/</c>.</summary>
    public int Done { get; init; } = 30;

    /// <summary>Files in <c>out/</c>.</summary>
    public int Out { get; init; } = 30;

    /// <summary>Files in <c>quarantine/</c>.</summary>
    public int Quarantine { get; init; } = 90;

    /// <summary>Receipted messages in the spool.</summary>
    public int Spool { get; init; } = 36;

    /// <summary>Bodies of messages and deliveries in the store; their decisions stay.</summary>
    public int Messages { get; init; } = 42;
}

/// <summary>How deliveries leave.</summary>
public sealed record DispatcherSettings
{
    /// <summary>Deliveries of one recipient in the broker at the most; as many again for urgent ones.</summary>
    public int Window { get; init; } = 16;

    /// <summary>A delivery that was being sent for so long is sent again.</summary>
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>A delivery unread for so long comes back from the broker.</summary>
    public int TimeToLiveMinutes { get; init; } = 60;

    /// <summary>Each adapter that reads is probed every so many minutes.</summary>
    public int ProbeMinutes { get; init; } = 5;
}
