using System.Globalization;
using System.Text.RegularExpressions;
using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Console.Policies;

/// <summary>What came of adding a set: its version, or what is wrong: in a field, or in the files.</summary>
public sealed record CandidateAnswer(string? Version, string? Problem, IReadOnlyList<PolicyProblem> Problems);

/// <summary>Takes sets that somebody works on, and proposals to bring one into force.</summary>
public sealed partial class PolicyDesk(ConsoleContext console, ApprovalDesk approvals, ReplayWatch replays)
{
    private const int MostCharacters = 200_000;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Keeps a set: the files of another with some of them replaced and others added. It is checked as <c>policy check</c> does, and decides nothing.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="of">The version of the other.</param>
    /// <param name="changed">Files by their names.</param>
    public async Task<CandidateAnswer> AddAsync(string name, string of, IReadOnlyList<PolicyFile> changed, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(changed);
        if (!NameOfSet().IsMatch(name))
            return Refused("Enter a name of lower-case letters, digits and hyphens, of 40 characters at the most");
        if (changed.Count == 0)
            return Refused("Choose a file, or write one");
        if (changed.GroupBy(file => file.Name).Any(same => same.Count() > 1))
            return Refused("Give each file once");
        if (console.Store.Read(scope => KnownSet.Find(console, scope, of)) is not { } basis)
            return Refused("Choose the set that it changes");
        if (changed.FirstOrDefault(file => basis.Files.All(known => known.Name != file.Name) && !FileOfPolicies().IsMatch(file.Name)) is { } unknown)
            return new(null, null, [new(unknown.Name, 0, 0, "is no file of a policy set: they end in .cedar, and those that are there may be replaced")]);
        PolicyFile[] files = [.. basis.Files.Select(file => changed.FirstOrDefault(one => one.Name == file.Name) ?? file), .. changed.Where(file => basis.Files.All(known => known.Name != file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)];
        if (files.Sum(file => file.Text.Length) > MostCharacters)
            return Refused($"A set has {MostCharacters.ToString("N0", CultureInfo.InvariantCulture)} characters at the most");
        var (policy, problems) = SharingPolicy.Check(name, files);
        return policy is null ? new(null, null, problems) : await console.Store.WriteAsync(scope => Keep(scope, policy, by));
    }

    /// <summary>Asks that a set comes into force. What it would change must have been looked at first.</summary>
    /// <param name="from">The first instant at which it is to decide.</param>
    /// <returns>What is wrong, and in which field; null: it waits for another person.</returns>
    public async Task<(string Field, string Problem)?> ProposeAsync(string version, DateTimeOffset from, string why, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!by.May(Permissions.ChangePolicy))
            return ("", "Your roles do not include changing the policy");
        if (from <= console.Now || from > console.Now + Furthest)
            return ("day", "Enter a time that is to come, within a year");
        if (replays.Latest(version) is not { Report: not null })
            return ("", "Decide past messages again with it first, so that it is known what it would change");
        return await console.Store.WriteAsync<(string, string)?>(scope =>
        {
            if (KnownSet.Find(console, scope, version) is not { } policy)
                return ("", "There is no such set, or this release cannot read it");
            if (console.Policies.At(from).Version == version)
                return ("day", "It is in force then already");
            if (scope.OpenApprovals(console.Now.ToMicroseconds()).Any(row => row.Kind == PolicyActivation.Code && PolicyActivation.Read(row)?.Version == version))
                return ("", "It waits for approval already");
            scope.KeepCandidate(policy, by.Token, console.Now.ToMicroseconds());
            return approvals.Ask(scope, PolicyActivation.Code, PolicyActivation.Subject(version, from), why, by) is { } problem ? ("why", problem) : null;
        });
    }

    private CandidateAnswer Keep(WriteScope scope, SharingPolicy policy, Viewer by)
    {
        var known = KnownSet.All(console, scope);
        if (known.FirstOrDefault(set => set.Version == policy.Version) is { } same)
            return Refused($"That is the set {same.Name} ({KnownSet.Brief(same.Version)}), without any change");
        if (known.Any(set => set.Name == policy.Name))
            return Refused($"There is a set {policy.Name} already; choose another name");
        scope.KeepCandidate(policy, by.Token, console.Now.ToMicroseconds());
        console.Audit(scope, "policy-added", policy.Version, $"{policy.Name} by:{by.Token}");
        return new(policy.Version, null, []);
    }

    private static CandidateAnswer Refused(string problem) => new(null, problem, []);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex NameOfSet();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\.cedar$")]
    private static partial Regex FileOfPolicies();
}
