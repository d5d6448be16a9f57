using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Routing.Replaying;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Console.Policies;

/// <summary>
/// Lets a candidate decide what routing decides, after it: from the record, so that nothing is delayed or changed by it. Only counts and a
/// few ids of deliveries are kept.
/// </summary>
public sealed class ShadowDesk(ConsoleContext console)
{
    private const int AtOnce = 250;
    private const int MostExamples = 10;

    /// <summary>Several routers number their decisions side by side; one that is so old has none before it that is still to come.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(10);

    /// <summary>Begins with the next decision. One at a time.</summary>
    /// <returns>What is wrong; null: it has begun.</returns>
    public Task<string?> StartAsync(string version, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (scope.OpenShadow() is { } open)
            return $"The set {open.Name} is in shadow; end that first";
        if (KnownSet.Find(console, scope, version) is not { } policy)
            return "There is no such set, or this release cannot read it";
        if (console.Policies.At(console.Now).Version == version)
            return "It is in force; choose another";
        var now = console.Now.ToMicroseconds();
        var id = console.Store.Ids.Of("shadow", version, $"{now}");
        scope.KeepCandidate(policy, by.Token, now);
        scope.Add(new PolicyShadowRow { ShadowId = id, Version = version, Name = policy.Name, StartedBy = by.Token, StartedAt = now, LastDecision = scope.LastDecision() });
        console.Audit(scope, "shadow-started", id, $"{policy.Name} {version} by:{by.Token}");
        return null;
    });

    /// <summary>Ends it; what was counted stays.</summary>
    /// <returns>What is wrong; null: it has ended.</returns>
    public Task<string?> EndAsync(string id, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (!scope.EndShadow(id, by.Token, console.Now.ToMicroseconds()))
            return "It has ended already";
        console.Audit(scope, "shadow-ended", id, $"by:{by.Token}");
        return null;
    });

    /// <summary>Decides what has been decided since the last time.</summary>
    /// <returns>How many decisions were looked at; 0: there is nothing to do.</returns>
    public async Task<int> FollowAsync()
    {
        var (shadow, rows, policy) = console.Store.Read(Look);
        if (shadow is null || policy is null || rows.Count == 0)
            return 0;
        var deciding = new DecidingAgain(_ => null, _ => policy);
        foreach (var row in rows)
            deciding.Add(row);
        var report = deciding.Report();
        await console.Store.WriteAsync(scope => Count(scope, shadow, rows[^1].Id, report));
        return rows.Count;
    }

    private (PolicyShadowRow? Shadow, IReadOnlyList<DecisionRow> Rows, SharingPolicy? Policy) Look(ReadScope scope)
    {
        if (scope.OpenShadow() is not { } shadow)
            return (null, [], null);
        var settled = (console.Now - Settles).ToMicroseconds();
        return (shadow, [.. scope.DecisionsAfter(shadow.LastDecision, AtOnce).TakeWhile(row => row.At <= settled)], KnownSet.Find(console, scope, shadow.Version));
    }

    /// <summary>Nothing, where another console has counted them already.</summary>
    private static void Count(WriteScope scope, PolicyShadowRow shadow, long last, ReplayReport report)
    {
        var counted = shadow with
        {
            LastDecision = last,
            Decided = shadow.Decided + report.Same + report.Different,
            Different = shadow.Different + report.Different,
            NotDecided = shadow.NotDecided + report.Decisions - report.Same - report.Different,
        };
        if (!scope.Advance(counted, shadow.LastDecision))
            return;
        var before = scope.ShadowDifferences(shadow.ShadowId).ToDictionary(row => (row.Role, row.Part, row.Change));
        foreach (var found in report.Differences)
        {
            var (part, change) = (found.Part is { } one ? (long)one : 0, (long)found.Change);
            var known = before.GetValueOrDefault((found.Role, part, change));
            scope.Save(new ShadowDifferenceRow
            {
                ShadowId = shadow.ShadowId,
                Role = found.Role,
                Part = part,
                Change = change,
                Decisions = (known?.Decisions ?? 0) + found.Decisions.Count,
                Examples = string.Join(',', (known?.Examples.Split(',') ?? []).Concat(found.Decisions.Examples).Distinct().Take(MostExamples)),
            });
        }
    }
}
