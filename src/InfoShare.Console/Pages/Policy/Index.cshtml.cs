using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Policy.Sets;
using InfoShare.Storage.Policies;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>What a policy set says, in plain words: the one in force, or any that there is or was.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    /// <summary>The set; none: the one in force.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    /// <summary>By which message it is shown who gets what.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Message { get; set; }

    internal SharingPolicy Policy { get; private set; } = null!;

    internal SharingPolicies Policies { get; private set; } = null!;

    internal IReadOnlyList<(string Title, IReadOnlyList<(SharingRule Rule, RuleWords Words)> Rules)> Groups { get; private set; } = [];

    internal Situation Situation { get; private set; } = null!;

    internal PartTable Parts { get; private set; } = null!;

    internal IReadOnlyList<PolicySetRow> Ever { get; private set; } = [];

    /// <summary>Who brought which into force, by version and time.</summary>
    internal IReadOnlyList<PolicyActivationRow> Activations { get; private set; } = [];

    internal IReadOnlyList<PolicyActivationRow> Refused => Console.InForce.Refused;

    internal bool IsInForce => Policy.Version == Policies.At(Now).Version;

    public async Task<IActionResult> OnGetAsync()
    {
        Policies = Console.Policies;
        if (Read(scope => Version is null ? Policies.At(Now) : KnownSet.Find(Console, scope, Version)) is not { } policy)
            return await NotTheirsAsync(Version!);
        Policy = policy;
        Situation = Situation.Of(Message);
        Parts = PartTable.Of(policy, Situation.Message, Now);
        (Ever, Activations) = Read(Dated);
        var rules = policy.Rules.Select(rule => (Rule: rule, Words: RuleWords.Of(policy, rule))).ToList();
        Groups =
        [
            ("Who may know of a message", [.. rules.Where(one => one.Rule.Permits && one.Words.Knows)]),
            ("What stands in the way, whatever else allows it", [.. rules.Where(one => !one.Rule.Permits)]),
            ("Who may read which part", [.. rules.Where(one => one.Rule.Permits && !one.Words.Knows)]),
        ];
        return Page();
    }

    private static (IReadOnlyList<PolicySetRow>, IReadOnlyList<PolicyActivationRow>) Dated(ReadScope scope) => (scope.ListPolicySets(), scope.ListActivations());
}
