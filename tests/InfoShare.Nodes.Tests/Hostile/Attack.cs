using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Hostile;

/// <summary>One operation of an attacker.</summary>
/// <param name="What">In words, with the names: what to look for when it should not have worked.</param>
/// <param name="May">Whether it may work. It need not.</param>
/// <param name="Do">Does it; what it was told is a name of something that is there, or null.</param>
internal sealed record Attack(string What, bool May, Func<IChannel, CancellationToken, Task<string?>> Do);

/// <summary>What an attacker knows of the broker: what an agency is told about itself, and what it can think of.</summary>
internal sealed record Knowledge(string User, string Outgoing, string Incoming, IReadOnlyList<string> Guesses)
{
    /// <summary>Everything that it can name.</summary>
    public IReadOnlyList<string> Names { get; } = [Outgoing, Incoming, .. Guesses];
}
