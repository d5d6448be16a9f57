using InfoShare.Console.Flow;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Console.Alerts;

/// <summary>What somebody must know of, by who is not hearing us and the records. Pure.</summary>
public static class Conditions
{
    /// <summary>As <see cref="QueueState.Of"/> names the queue that nobody reads by design.</summary>
    public const string GivenUpQueue = "messages that routing gave up on";

    /// <summary>A picture as old as that tells nothing of now.</summary>
    private static readonly TimeSpan OldPicture = TimeSpan.FromMinutes(10);

    /// <summary>So long it is told that the store was restored: adapters offer again what it lacks meanwhile.</summary>
    private static readonly TimeSpan RestoredTold = TimeSpan.FromDays(1);

    /// <summary>Whoever reads a queue may only be starting, or connecting anew.</summary>
    private static readonly TimeSpan Starts = TimeSpan.FromMinutes(1);

    /// <summary>A way of telling that failed once is tried again first.</summary>
    private const int Failures = 2;

    /// <summary>Days that are left, each worse than the one before.</summary>
    private static readonly int[] CertificateDays = [30, 7, 1];

    public static IReadOnlyList<Condition> Of(HearingPicture picture, RecordFacts facts, AlertSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. now - picture.At > OldPicture ? (Condition[])[Condition.Of(AlertKinds.LookFails, "", urgent: true)] : [],
            .. picture.Hearing.Where(one => one.Silent).Select(one => Condition.Counted(AlertKinds.Silent, one.Participant, one.Waiting, urgent: false)),
            .. picture.Hearing.Where(one => one.NoQueue).Select(one => Condition.Of(AlertKinds.NoQueue, one.Participant, urgent: true)),
            .. OfBroker(picture.Broker, now),
            .. OfDeliveries(facts, settings, now),
            .. facts.LateAtRisk.Select(one => Condition.Counted(AlertKinds.LateAnswers, one.Key, one.Value, urgent: true)),
            .. facts.ReviewsOverdue.Select(one => Condition.Counted(AlertKinds.ReviewOverdue, one.Key, one.Value, urgent: false)),
            .. facts.RefusedAt.Select(writer => Condition.Of(AlertKinds.PolicyRefused, writer, urgent: false)),
            .. facts.RestoredAt is { } at && now - at < RestoredTold ? (Condition[])[Condition.Of(AlertKinds.Restored, "", urgent: false)] : [],
            .. facts.Unanswered.Select(participant => Condition.Of(AlertKinds.NoProbe, participant, urgent: false)),
            .. facts.NotDone.Select(row => Condition.Of(AlertKinds.NotChanged, row.Subject, urgent: true)),
            .. facts.Channels.Where(row => row.Failures >= Failures).Select(row => Condition.Of(AlertKinds.ChannelFails, row.Channel, urgent: true)),
        ];
    }

    private static IEnumerable<Condition> OfBroker(BrokerState broker, DateTimeOffset now) =>
    [
        .. broker.Problem is null ? (Condition[])[] : [Condition.Of(AlertKinds.BrokerUnknown, "", urgent: true)],
        .. broker.Alarms.Select(alarm => Condition.Of(AlertKinds.BrokerAlarm, alarm, urgent: true)),
        .. broker.Queues.Where(queue => now - queue.UnreadSince > Starts && queue.Of != GivenUpQueue).Select(queue => Condition.Of(AlertKinds.Unread, queue.Of, urgent: false)),
        .. broker.Queues.Where(queue => queue.Messages > 0 && queue.Of == GivenUpQueue).Select(queue => Condition.Counted(AlertKinds.GivenUp, "", queue.Messages, urgent: true)),
        .. broker.Adapters.Where(adapter => !adapter.ReachesBroker).Select(adapter => Condition.Of(AlertKinds.CutOff, adapter.Participant, urgent: false)),
        .. broker.Certificates.Where(one => one.DaysLeft <= CertificateDays[0])
            .Select(one => new Condition(AlertKinds.Certificate, one.Name, Math.Max(0, one.DaysLeft), CertificateDays.Count(days => one.DaysLeft <= days), false)),
    ];

    /// <summary>By participant and kind; urgent where one of them is.</summary>
    private static IEnumerable<Condition> OfDeliveries(RecordFacts facts, AlertSettings settings, DateTimeOffset now) =>
        facts.Stuck.Concat(facts.UrgentWaiting)
            .Where(row => row.State != DeliveryStates.Held || now - Instants.FromMicroseconds(row.Oldest) > settings.HeldLimit)
            .GroupBy(row => (KindOf(row), row.Participant))
            .Select(rows => Condition.Counted(rows.Key.Item1, rows.Key.Participant, rows.Sum(row => row.Count), rows.Any(row => row.Urgent == 1)));

    private static string KindOf(StuckRow row) => row.State switch
    {
        DeliveryStates.Failed => AlertKinds.Failed,
        DeliveryStates.Expired => AlertKinds.Expired,
        DeliveryStates.Held => AlertKinds.Held,
        _ => AlertKinds.UrgentWaiting,
    };
}
