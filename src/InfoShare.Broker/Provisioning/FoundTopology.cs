using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning;

/// <summary>What a broker holds, as far as whoever asked may see it.</summary>
/// <param name="Host">The virtual host; null when there is none of that name.</param>
/// <param name="Users">Null when only an administrator may see them.</param>
/// <param name="Nodes">The nodes of the cluster, also those that are down.</param>
public sealed record FoundTopology(
    FoundHost? Host,
    IReadOnlyList<FoundExchange> Exchanges,
    IReadOnlyList<FoundQueue> Queues,
    IReadOnlyList<FoundBinding> Bindings,
    IReadOnlyList<FoundPolicy> Policies,
    FoundUsers? Users,
    IReadOnlyList<FoundNode> Nodes);

/// <summary>A virtual host.</summary>
/// <param name="Description">Holds our mark, when it is ours.</param>
/// <param name="Tracing">Whether a copy of every message is to be had.</param>
public sealed record FoundHost(string Description, bool Tracing, IReadOnlyDictionary<string, int> Limits);

/// <summary>An exchange, without those that every virtual host has.</summary>
public sealed record FoundExchange(BrokerExchange Exchange, bool Durable, bool AutoDelete, bool Internal);

/// <summary>A queue.</summary>
/// <param name="Type"><c>quorum</c>, <c>classic</c> or <c>stream</c>.</param>
/// <param name="Messages">How many it holds, as counted some seconds ago.</param>
public sealed record FoundQueue(BrokerQueue Queue, string Type, bool Durable, bool AutoDelete, long Messages);

/// <summary>A binding, without those of the default exchange.</summary>
/// <param name="Arguments">Ours have none.</param>
/// <param name="Id">What the management interface calls it among those of the same ends.</param>
public sealed record FoundBinding(BrokerBinding Binding, Arguments Arguments, string Id);

/// <summary>A policy.</summary>
/// <param name="ByOperator">Whether it is an operator policy, which wins over the other ones.</param>
public sealed record FoundPolicy(BrokerPolicy Policy, int Priority, bool ByOperator);

/// <summary>Who there is, and what they may do in any virtual host.</summary>
public sealed record FoundUsers(IReadOnlyList<FoundUser> Users, IReadOnlyList<FoundGrant> Grants);

/// <summary>A user.</summary>
/// <param name="PasswordHash">Salted; empty when no password can be right.</param>
public sealed record FoundUser(string Name, IReadOnlyList<string> Tags, string PasswordHash, string Hashing, IReadOnlyDictionary<string, int> Limits);

/// <summary>A user's permissions in a virtual host.</summary>
public sealed record FoundGrant(string VirtualHost, UserPermissions Permissions);

/// <summary>A node of the cluster.</summary>
/// <param name="Plugins">Those that are enabled, not those that come along.</param>
/// <param name="Mechanisms">Ways to log in that are enabled.</param>
/// <param name="PartitionHandling">What it does when the nodes lose each other; null when it was not seen: the management interface does not tell.</param>
public sealed record FoundNode(string Name, bool Running, IReadOnlyList<string> Plugins, IReadOnlyList<string> Mechanisms, string? PartitionHandling = null);
