using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Policies;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>What the candidate in shadow would have decided otherwise, and what those before it would have.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ShadowModel(ConsoleContext console, ShadowDesk desk) : ConsolePage(console)
{
    private const int MostShown = 5;

    internal IReadOnlyList<(PolicyShadowRow Row, IReadOnlyList<ShownDifference> Differences)> All { get; private set; } = [];

    internal IReadOnlyList<KnownSet> Sets { get; private set; } = [];

    internal bool MayChange => Viewer.May(Permissions.ChangePolicy);

    public void OnGet() => Load();

    public async Task<IActionResult> OnPostStartAsync(string set) => MayChange ? Answer(await desk.StartAsync(set, Viewer), "In shadow from now on") : await RefusedAsync("/policy/shadow");

    public async Task<IActionResult> OnPostEndAsync(string id) => MayChange ? Answer(await desk.EndAsync(id, Viewer), "Ended") : await RefusedAsync("/policy/shadow");

    private IActionResult Answer(string? problem, string done)
    {
        if (problem is null)
        {
            TempData["Done"] = done;
            return RedirectToPage();
        }

        ModelState.AddModelError("", problem);
        Load();
        return Page();
    }

    private void Load() => (All, Sets) = Read(scope =>
    {
        var shadows = scope.Shadows(MostShown).Select(row => (Row: row, Differences: scope.ShadowDifferences(row.ShadowId))).ToList();
        var ids = shadows.SelectMany(one => one.Differences).SelectMany(row => row.Examples.Split(',')).Distinct().ToArray();
        var cases = CandidateReplay.CasesOf(ids.Length == 0 ? [] : scope.FindDeliveries(ids));
        return (shadows.Select(one => (one.Row, (IReadOnlyList<ShownDifference>)[.. one.Differences.Select(row => ShownDifference.Of(row, cases))])).ToList(), KnownSet.All(Console, scope).Where(set => set.Version != Console.Policies.At(Now).Version).ToList());
    });
}
