namespace InfoShare.Broker.Topology;

/// <summary>Who there is to be provided for.</summary>
/// <param name="VirtualHost">The virtual host, ours alone.</param>
/// <param name="Participants">Ids of the participants.</param>
/// <param name="WithoutUser">Participants whose certificate was revoked: their queues stay, they have no user.</param>
/// <param name="Nodes">Nodes of the cluster, also those that are down.</param>
/// <param name="Passwords">The password of a user; null where it has a certificate.</param>
public sealed record TopologyRequest(
    string VirtualHost, IReadOnlyCollection<string> Participants, IReadOnlySet<string> WithoutUser, int Nodes, Func<string, Password?> Passwords);

/// <summary>Everything that the virtual host is to hold, and nothing else.</summary>
/// <param name="Whose">The participant of each name that has one.</param>
public sealed record WantedTopology(
    string VirtualHost,
    IReadOnlyList<BrokerExchange> Exchanges,
    IReadOnlyList<BrokerQueue> Queues,
    IReadOnlyList<BrokerBinding> Bindings,
    IReadOnlyList<BrokerPolicy> Policies,
    IReadOnlyList<BrokerUser> Users,
    IReadOnlyDictionary<string, string> Whose)
{
    /// <summary>What marks a virtual host as ours, so that no other is ever cleared.</summary>
    public const string Mark = "InfoShare; made by infoshare provision";

    private static readonly TimeSpan DeadLettersKept = TimeSpan.FromDays(7);

    /// <summary>No queue can be made besides these, by nobody.</summary>
    public IReadOnlyDictionary<string, int> Limits => new Dictionary<string, int> { ["max-queues"] = Queues.Count };

    /// <summary>The topology for these participants. Pure: the same participants and names key give the same.</summary>
    public static WantedTopology For(TopologyRequest request, BrokerNames names)
    {
        var participants = request.Participants.Order(StringComparer.Ordinal).Select(names.For).ToList();
        var (routing, rules) = (names.Routing, new QueueRules(Math.Min(3, request.Nodes)));
        string[] fanouts = [routing.DeadDeliveries, routing.DeadRouting, routing.Kept, routing.Probe];
        return new(
            request.VirtualHost,
            [Direct(routing.Exchange), .. participants.Select(p => Direct(p.Outgoing)), .. fanouts.Concat(participants.Select(p => p.Deliveries)).Select(Fanout)],
            [
                new(routing.DeadDeliveries, rules.DeadLetters()),
                new(routing.DeadRouting, rules.DeadLetters()),
                new(routing.Kept, rules.DeadLetters()),
                new(routing.Queue, rules.Routing(routing.DeadRouting)),
                new(routing.UrgentQueue, rules.Routing(routing.DeadRouting)),
                new(routing.Probe, rules.Probe()),
                .. participants.Select(p => new BrokerQueue(p.Incoming, rules.Incoming(routing.DeadDeliveries))),
            ],
            [
                new(routing.Exchange, routing.Queue, ToQueue: true, RoutingNames.OrdinaryKey),
                new(routing.Exchange, routing.UrgentQueue, ToQueue: true, RoutingNames.UrgentKey),
                .. fanouts.Select(name => new BrokerBinding(name, name, ToQueue: true, "")),
                .. participants.SelectMany(p => BindingsOf(p, routing)),
            ],
            [AgeOfDeadLetters],
            [
                UserRules.Routing(routing, request.Passwords(RoutingNames.User)),
                UserRules.Monitor(request.Passwords(RoutingNames.Monitor)),
                .. participants.Where(p => !request.WithoutUser.Contains(p.Participant)).Select(p => UserRules.Participant(p, request.Passwords(p.Participant))),
            ],
            participants.SelectMany(p => new[] { (Name: p.Outgoing, p.Participant), (Name: p.Incoming, p.Participant), (Name: p.Deliveries, p.Participant) }).ToDictionary(n => n.Name, n => n.Participant));
    }

    /// <summary>A name for people, with the participant whose it is.</summary>
    public string Named(string name) => Whose.TryGetValue(name, out var participant) ? $"{name} ({participant})" : name;

    // A policy and not an argument, so that it can be changed while letters wait.
    private static BrokerPolicy AgeOfDeadLetters => new(
        "age-of-dead-letters", @"^dead\.", "queues", Arguments.Of(("message-ttl", (long)DeadLettersKept.TotalMilliseconds)));

    private static BrokerExchange Direct(string name) => new(name, "direct", Arguments.None);

    private static BrokerExchange Fanout(string name) => new(name, "fanout", Arguments.None);

    private static IEnumerable<BrokerBinding> BindingsOf(ParticipantNames participant, RoutingNames routing) =>
    [
        new(participant.Outgoing, routing.Exchange, ToQueue: false, RoutingNames.OrdinaryKey),
        new(participant.Outgoing, routing.Exchange, ToQueue: false, RoutingNames.UrgentKey),
        new(participant.Deliveries, participant.Incoming, ToQueue: true, ""),
    ];
}
