using System.Text.RegularExpressions;

namespace InfoShare.Broker.Topology;

/// <summary>Who may do what. Nobody may make or delete anything.</summary>
public static partial class UserRules
{
    /// <summary>Fits no name.</summary>
    public const string Nothing = "^$";

    /// <summary>Whether a name is that of a participant, and so of a user that is ours: kind of agency, hyphen, small letters, digits, hyphens.</summary>
    public static bool IsParticipant(string name) => name.Length <= LongestName && ParticipantName().IsMatch(name);

    /// <summary>Whether a name is that of a user that is ours.</summary>
    public static bool IsOurs(string name) => IsParticipant(name) || name is RoutingNames.User or RoutingNames.Monitor;

    /// <summary>A participant: writes to its outgoing exchange, reads its incoming queue.</summary>
    public static BrokerUser Participant(ParticipantNames names, Password? password) => new(
        names.Participant, [], password, new(names.Participant, Nothing, Only(names.Outgoing), Only(names.Incoming)), Limits(connections: 10, channels: 50));

    /// <summary>
    /// Routing: writes to the exchanges of all deliveries, to its own (to give dead letters back), that of what it keeps, and
    /// the probe; reads its queues. It may also write to the incoming queues themselves: RabbitMQ 4.2.10 and later lets only
    /// those ask how many readers a queue has who may do something with it.
    /// </summary>
    public static BrokerUser Routing(RoutingNames names, Password? password) => new(
        RoutingNames.User, [], password, new(
            RoutingNames.User, Nothing,
            $@"^(agency\.[0-9a-f]+\.in(\.deliveries)?|{Either(names.Exchange, names.Kept, names.Probe)})$",
            $"^({Either(names.Queue, names.UrgentQueue, names.DeadDeliveries, names.DeadRouting, names.Probe)})$"),
        Limits(connections: 200, channels: 2000));

    /// <summary>Sees queues, exchanges, bindings and nodes over the management interface; no message.</summary>
    public static BrokerUser Monitor(Password? password) => new(
        RoutingNames.Monitor, ["monitoring"], password, new(RoutingNames.Monitor, Nothing, Nothing, Nothing), Limits(connections: 5, channels: 5));

    private const int LongestName = 80;

    private static Dictionary<string, int> Limits(int connections, int channels) => new() { ["max-connections"] = connections, ["max-channels"] = channels };

    private static string Only(string name) => $"^{Escaped(name)}$";

    private static string Either(params string[] names) => string.Join('|', names.Select(Escaped));

    // The broker's expressions are not .NET's; what our names hold besides letters, digits and hyphens is the full stop.
    private static string Escaped(string name) => name.Replace(".", @"\.", StringComparison.Ordinal);

    [GeneratedRegex(@"^(education|health|police|social-care)-[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ParticipantName();
}
