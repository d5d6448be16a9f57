namespace InfoShare.Broker.Topology;

/// <summary>An exchange. All are durable and not deleted by themselves.</summary>
/// <param name="Type"><c>direct</c> or <c>fanout</c>.</param>
/// <param name="Arguments">Such as an alternate exchange; ours have none.</param>
public sealed record BrokerExchange(string Name, string Type, Arguments Arguments);

/// <summary>A durable queue.</summary>
/// <param name="Arguments">Its kind and limits. They cannot be changed in place.</param>
public sealed record BrokerQueue(string Name, Arguments Arguments);

/// <summary>What an exchange passes on, and where to.</summary>
/// <param name="Source">The exchange.</param>
/// <param name="Destination">A queue or another exchange.</param>
/// <param name="Key">The routing key; empty for fanout exchanges.</param>
public sealed record BrokerBinding(string Source, string Destination, bool ToQueue, string Key);

/// <summary>Settings for all queues and exchanges whose name fits.</summary>
/// <param name="Pattern">Which names.</param>
/// <param name="AppliesTo"><c>queues</c>, <c>exchanges</c> or <c>all</c>.</param>
/// <param name="Definition">What holds for them.</param>
public sealed record BrokerPolicy(string Name, string Pattern, string AppliesTo, Arguments Definition);

/// <summary>What a user may do in the virtual host: expressions that the whole name must fit.</summary>
public sealed record UserPermissions(string User, string Configure, string Write, string Read);

/// <summary>A user.</summary>
/// <param name="Tags">What it may do over the management interface; empty for participants.</param>
/// <param name="Password">Null: it has a certificate, and no password can ever be right.</param>
/// <param name="Permissions">In our virtual host, and nowhere else.</param>
/// <param name="Limits">Such as <c>max-connections</c>.</param>
public sealed record BrokerUser(string Name, IReadOnlyList<string> Tags, Password? Password, UserPermissions Permissions, IReadOnlyDictionary<string, int> Limits);

/// <summary>A password that does not find its way into a log by accident.</summary>
public sealed class Password(string value)
{
    /// <summary>The password itself.</summary>
    public string Value { get; } = value;

    public override string ToString() => "***";
}
