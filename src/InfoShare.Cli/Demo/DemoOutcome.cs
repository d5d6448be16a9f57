namespace InfoShare.Cli.Demo;

/// <summary>What came of a demo.</summary>
/// <param name="Accepted">Messages that routing took.</param>
/// <param name="Delivered">Deliveries that are in a recipient's system.</param>
/// <param name="Withheld">Deliveries that were not made, each with its reason.</param>
/// <param name="Quarantined">Files, records and messages that could not be used, each with its reason.</param>
/// <param name="DuplicatesRefused">Repeats that had no second effect, and ids used again for other content.</param>
/// <param name="Lost">What should be somewhere and is nowhere. Anything but 0 is a fault.</param>
/// <param name="Seconds">From the first file to the last settled delivery.</param>
internal sealed record DemoOutcome(
    int Accepted, int Delivered, int Withheld, int Quarantined, int DuplicatesRefused, int Lost, double Seconds, IReadOnlyList<DemoDelivery> Deliveries);

/// <summary>One recipient's share of one message.</summary>
/// <param name="From">The participant that sent the message.</param>
/// <param name="To">The participant that it is for.</param>
/// <param name="WithheldParts">As <c>part:code</c>.</param>
/// <param name="Because">Ids of the rules that decided; never empty.</param>
internal sealed record DemoDelivery(
    string MessageId, string Type, string From, string To, string Role, string State,
    IReadOnlyList<string> Parts, IReadOnlyList<string> WithheldParts, IReadOnlyList<string> Because, IReadOnlyList<string> Basis);
