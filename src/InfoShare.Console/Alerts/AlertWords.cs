using InfoShare.Console.Participants;
using InfoShare.Console.Words;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>What an alert says: ids, codes and counts, what to do, and the page that shows more.</summary>
public static class AlertWords
{
    /// <summary>What stands.</summary>
    public static string Title(AlertRow alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var (subject, count) = (alert.Subject.Length == 0 ? "nobody’s" : alert.Subject, alert.Count);
        return alert.Kind switch
        {
            AlertKinds.Silent => $"{subject} does not take what waits for it: {Deliveries(count)}",
            AlertKinds.CutOff => $"The adapter of {subject} cannot reach the broker",
            AlertKinds.NoProbe => $"The adapter of {subject} has left three probes unanswered",
            AlertKinds.BrokerUnknown => "The broker does not answer the console",
            AlertKinds.BrokerAlarm => $"The broker’s node {subject}",
            AlertKinds.Unread => $"Nobody reads the queue of {subject}",
            AlertKinds.NoQueue => $"The broker has no queue for {subject}, or it leads nowhere",
            AlertKinds.NotChanged => $"It was approved to {subject}, and is not done",
            AlertKinds.GivenUp => $"Routing gave up on {count.Count("message")}",
            AlertKinds.Failed => $"{Deliveries(count)} to {subject} failed",
            AlertKinds.Expired => $"{Deliveries(count)} to {subject} {(count == 1 ? "was" : "were")} given up as too old",
            AlertKinds.Held => $"{Deliveries(count)} to {subject} {(count == 1 ? "is" : "are")} held, and nobody has looked",
            AlertKinds.UrgentWaiting => $"{subject} has not received {Deliveries(count)} that {(count == 1 ? "is" : "are")} urgent",
            AlertKinds.LateAnswers => $"{subject} is late with {count.Count("answer")} about a risk of significant harm",
            AlertKinds.ReviewOverdue => $"{subject}: {count.Count("emergency review")} overdue",
            AlertKinds.Certificate => $"The certificate of {subject} ends in {count.Count("day")}",
            AlertKinds.Restored => "The records were restored from a backup",
            AlertKinds.PolicyRefused => $"{subject} was given a policy that it refused, and decides by the one before",
            AlertKinds.ChannelFails => $"Alerts by {subject} do not leave",
            AlertKinds.LookFails => "The flow has not been looked at for ten minutes",
            _ => alert.Kind,
        };
    }

    /// <summary>What to do about it.</summary>
    public static string ToDo(AlertRow alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Kind switch
        {
            AlertKinds.Silent or AlertKinds.NoProbe or AlertKinds.UrgentWaiting => "Call them: their adapter or their system has stopped. Tell who sent what is urgent by telephone meanwhile.",
            AlertKinds.CutOff => "Look at the adapter’s log, its certificate and the network. What it has taken is safe in its spool.",
            AlertKinds.BrokerUnknown => "Look at the broker’s nodes, and at the console’s own access to their management interface. Nothing is lost; whether it flows is seen by what waits.",
            AlertKinds.BrokerAlarm => "Look at the broker’s nodes: disk, memory, network. Nothing is lost, but nothing flows.",
            AlertKinds.Unread => "Start what reads it: the participant’s adapter, or routing.",
            AlertKinds.NoQueue => "Compare the broker with the directory, and have it made to hold what is missing. What is for them waits.",
            AlertKinds.NotChanged => "Its page says what stood in the way. Until it is done, do it with ./infoshare certs or provision.",
            AlertKinds.GivenUp => "Their ids are among what was turned away. Read routing’s log about them, and mend the cause: the adapters offer them again.",
            AlertKinds.Failed or AlertKinds.Expired => "Open them, mend the cause at the recipient’s, and send them again.",
            AlertKinds.Held => "Open them and decide, part by part, whether they may go.",
            AlertKinds.LateAnswers => "Call the recipient’s team, and its deputy if nobody answers.",
            AlertKinds.ReviewOverdue => "A governance lead must say whether the access was right.",
            AlertKinds.Certificate => "Issue another and put it in place before then.",
            AlertKinds.Restored => "Follow how adapters offer again what the records lack; check that record keys were restored too.",
            AlertKinds.PolicyRefused => "Read what is wrong in routing’s log, and mend the policy.",
            AlertKinds.ChannelFails => "Look at the channel’s last failure and at its settings.",
            AlertKinds.LookFails => "Look at the console’s log and at the database.",
            _ => "Look at it in the console.",
        };
    }

    /// <summary>The page that shows more.</summary>
    public static string Page(AlertRow alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Kind switch
        {
            AlertKinds.Failed => $"/messages?state=failed{Of(alert)}",
            AlertKinds.Expired => $"/messages?state=expired{Of(alert)}",
            AlertKinds.Held => $"/messages?state=held{Of(alert)}",
            AlertKinds.GivenUp => "/quarantine",
            AlertKinds.NoQueue => "/broker",
            AlertKinds.NotChanged => AccessChange.Read(alert.Subject)?.Address ?? "/participants",
            AlertKinds.ChannelFails => "/alerts",
            _ => "/",
        };
    }

    /// <summary>Why it is told.</summary>
    public static string Of(News news) => news switch
    {
        News.Began => "New",
        News.Worse => "Worse",
        News.Still => "Still",
        _ => "Ended",
    };

    private static string Of(AlertRow alert) => alert.Subject.Length == 0 ? "" : $"&participant={Uri.EscapeDataString(alert.Subject)}";

    private static string Deliveries(long count) => count == 1 ? "1 delivery" : $"{count.Number()} deliveries";
}
