using InfoShare.Broker;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Status;

/// <summary>Whether everything that this process is does its work now: reaches broker and store, and may publish.</summary>
internal static class Readiness
{
    /// <summary>What stands in the way, a line each; empty when it is ready.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(RunningHost host, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        if (host.Routing is { } routing)
        {
            if (routing.Link is not { State: LinkState.Up })
                problems.Add($"routing: the broker is {Words(routing.Link)}");
            if (!await routing.ReachesStoreAsync(cancellationToken))
                problems.Add("routing: the store does not answer; messages stay in the broker and in the spools");
        }

        problems.AddRange(host.Adapters.Select(a => a.Status()).Where(s => !s.ReachesBroker).Select(s => $"{s.Participant}: {s.Broker}"));
        return problems;
    }

    /// <summary>What does not keep it from its work and should be put right, a line each.</summary>
    public static IReadOnlyList<string> Warnings(RunningHost host) => host.Routing is { PoliciesAreRefused: true }
        ? ["routing: the policies in the settings are refused; the sets that were used last decide. The log says where"]
        : [];

    private static string Words(LinkHealth link) => $"{link.State.ToString().ToLowerInvariant()} ({link.Reason})";
}
