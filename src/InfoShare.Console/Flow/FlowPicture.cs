namespace InfoShare.Console.Flow;

/// <summary>What flowed within the last 31 days, as of one moment.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Rows">What flowed, added up.</param>
public sealed record FlowPicture(DateTimeOffset At, IReadOnlyList<FlowCount> Rows);

/// <summary>Deliveries that are alike, counted.</summary>
/// <param name="Within">hour, day or month: the shortest of these in which the message was received.</param>
/// <param name="Fate">delivered, waiting, withheld, held, failed, recalled or superseded.</param>
public sealed record FlowCount(string Sender, string Participant, string Type, string? Area, string Within, string Fate, long Count);
