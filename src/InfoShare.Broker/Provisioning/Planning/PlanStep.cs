using InfoShare.Broker.Provisioning.Management;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Makes what is not there.</summary>
    Make = 1,

    /// <summary>Changes what is there.</summary>
    Change,

    /// <summary>Removes what is not wanted.</summary>
    Remove,

    /// <summary>Cannot be done without losing something: a person must act first.</summary>
    Refuse,
}

/// <summary>One thing to be done.</summary>
/// <param name="What">In plain words, without the verb: <c>queue routing.urgent</c>. Holds no secret.</param>
/// <param name="Requests">One after the other; doing them twice does no more than once.</param>
public record PlanStep(StepKind Kind, string What, params IReadOnlyList<ManagementRequest> Requests)
{
    /// <summary>One line for people.</summary>
    public sealed override string ToString() => Kind == StepKind.Refuse ? $"cannot {What}" : $"{Kind.ToString().ToLowerInvariant()} {What}";
}

/// <summary>A queue whose arguments differ: it is made again, if it is empty once nothing can reach it.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Cut">Takes its bindings away.</param>
/// <param name="Requests">Deletes it, makes it again.</param>
/// <param name="Join">Gives its bindings back.</param>
public sealed record QueueReplacement(
    string Queue, string What, IReadOnlyList<ManagementRequest> Cut, IReadOnlyList<ManagementRequest> Requests, IReadOnlyList<ManagementRequest> Join)
    : PlanStep(StepKind.Change, What, Requests);
