using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>The cases that a policy must decide as they say, each as one set decides it.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ScenariosModel(ConsoleContext console) : ConsolePage(console)
{
    /// <summary>The version of the set; none: the one in force.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    internal SharingPolicy Policy { get; private set; } = null!;

    internal IReadOnlyList<KnownSet> Sets { get; private set; } = [];

    internal IReadOnlyList<ScenarioOutcome> Outcomes { get; private set; } = [];

    internal IReadOnlyList<string> Problems { get; private set; } = [];

    internal IEnumerable<ScenarioOutcome> Failed => Outcomes.Where(one => !one.Passed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Sets = Read(scope => KnownSet.All(Console, scope));
        if (Read(scope => string.IsNullOrEmpty(Set) ? Console.Policies.At(Now) : KnownSet.Find(Console, scope, Set)) is not { } policy)
            return await NotTheirsAsync(Set!);
        Policy = policy;
        var tables = await Console.Scenarios(cancellationToken);
        (Outcomes, Problems) = (tables.By(policy), tables.Problems);
        return Page();
    }
}
