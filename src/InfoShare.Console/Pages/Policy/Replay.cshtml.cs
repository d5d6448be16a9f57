using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>What a set would have decided of the past.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ReplayModel(ConsoleContext console, ReplayWatch replays) : ConsolePage(console)
{
    private const int UsualMost = 10_000;
    private static readonly TimeSpan UsualPast = TimeSpan.FromDays(7);

    /// <summary>The version of the set.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    /// <summary>Decisions from this day on.</summary>
    [BindProperty]
    public string? Since { get; set; }

    [BindProperty]
    public string? Most { get; set; }

    internal IReadOnlyList<KnownSet> Sets { get; private set; } = [];

    /// <summary>The one that is shown; null: none was asked for.</summary>
    internal CandidateReplay? Shown { get; private set; }

    internal IReadOnlyList<CandidateReplay> Others { get; private set; } = [];

    public void OnGet()
    {
        (Since, Most) = (WallTime.Write(Now - UsualPast).Day, $"{UsualMost}");
        Load();
    }

    public IActionResult OnPost()
    {
        if (WallTime.Read(Since, "0:00") is not { } since)
            ModelState.AddModelError("since", "Enter a day that exists, such as 2026-11-20");
        else if (!int.TryParse(Most, out var most))
            ModelState.AddModelError("most", $"Enter a number from 1 to {ReplayWatch.Most}");
        else if (Read(scope => KnownSet.Find(Console, scope, Set ?? "")) is not { } policy)
            ModelState.AddModelError("set", "Choose a set that can be read");
        else if (replays.Ask(policy, since, most, Viewer) is { } problem)
            ModelState.AddModelError("most", problem);
        else
            return Redirect($"/policy/replay?set={Uri.EscapeDataString(policy.Version)}");
        Load();
        return Page();
    }

    private void Load()
    {
        Sets = Read(scope => KnownSet.All(Console, scope));
        Set = Set is { Length: > 0 } ? Set : Sets.FirstOrDefault(set => set.Version != Console.Policies.At(Now).Version)?.Version;
        Shown = Set is { Length: > 0 } version ? replays.Latest(version) : null;
        Others = [.. replays.All.Where(one => one.Version != Shown?.Version)];
    }
}
