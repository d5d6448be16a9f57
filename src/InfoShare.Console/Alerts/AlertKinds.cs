namespace InfoShare.Console.Alerts;

/// <summary>What there may be to know of.</summary>
public static class AlertKinds
{
    /// <summary>A participant does not take what waits for it.</summary>
    public const string Silent = "silent";

    /// <summary>An adapter cannot reach the broker.</summary>
    public const string CutOff = "adapter-cut-off";

    /// <summary>A probe to a participant's adapter was not answered three times.</summary>
    public const string NoProbe = "probe-unanswered";

    /// <summary>The broker says nothing of itself.</summary>
    public const string BrokerUnknown = "broker-unknown";

    /// <summary>A node of the broker is down, cut off, or takes no messages.</summary>
    public const string BrokerAlarm = "broker-alarm";

    /// <summary>Nobody reads a queue.</summary>
    public const string Unread = "queue-unread";

    /// <summary>The broker has no queue for a participant, or gives back what is sent to it.</summary>
    public const string NoQueue = "queue-missing";

    /// <summary>Two people have agreed on a change of certificates or the broker, and it is not made.</summary>
    public const string NotChanged = "change-not-made";

    /// <summary>Routing gave up on messages.</summary>
    public const string GivenUp = "messages-given-up";

    /// <summary>Deliveries have failed.</summary>
    public const string Failed = "deliveries-failed";

    /// <summary>Deliveries were given up as too old.</summary>
    public const string Expired = "deliveries-expired";

    /// <summary>A person has not looked at what is held.</summary>
    public const string Held = "deliveries-held";

    /// <summary>Urgent deliveries are not received.</summary>
    public const string UrgentWaiting = "urgent-not-received";

    /// <summary>Answers about a risk of significant harm are late.</summary>
    public const string LateAnswers = "answers-late";

    /// <summary>Nobody has reviewed emergency access in time.</summary>
    public const string ReviewOverdue = "review-overdue";

    /// <summary>A certificate ends soon.</summary>
    public const string Certificate = "certificate-ends";

    /// <summary>The records were restored from a backup.</summary>
    public const string Restored = "store-restored";

    /// <summary>A policy was refused; older ones decide.</summary>
    public const string PolicyRefused = "policy-refused";

    /// <summary>A way of telling fails.</summary>
    public const string ChannelFails = "channel-fails";

    /// <summary>The flow has not been looked at for long.</summary>
    public const string LookFails = "look-fails";
}
