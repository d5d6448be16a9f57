using InfoShare.Broker.RabbitMq.Reading;

namespace InfoShare.Broker.RabbitMq;

/// <summary>Times that tests shorten.</summary>
internal sealed record RoutingLinkSettings
{
    /// <summary>
    /// How often a message is handled again. Routing reads many at once, so one that fails holds up no other: it is held for
    /// about 5 minutes, through which the store may be away.
    /// </summary>
    public Attempts Attempts { get; init; } = Attempts.Default with { MostFailures = 60 };

    /// <summary>How long a message that routing gave up on rests before it is given back.</summary>
    public TimeSpan PauseBeforeGivingBack { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The handler rests for the pause, so its limits are later by as much.</summary>
    public Attempts AttemptsToGiveBack => Attempts with
    {
        MostFailures = int.MaxValue,
        HandlerLimit = Attempts.HandlerLimit + PauseBeforeGivingBack,
        LongestHold = Attempts.LongestHold + PauseBeforeGivingBack,
    };
}
