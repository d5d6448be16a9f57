using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Policies;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Policy;

/// <summary>One set that could come into force: how it decides the scenarios, what it would have changed, and proposing it.</summary>
[Needs(Permissions.SeePolicy)]
public sealed class ChangeModel(ConsoleContext console, PolicyDesk desk, ReplayWatch replays) : ConsolePage(console)
{
    private static readonly TimeSpan UsualNotice = TimeSpan.FromHours(1);

    [BindProperty(SupportsGet = true)]
    public string Version { get; set; } = "";

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal SharingPolicy Policy { get; private set; } = null!;

    internal KnownSet? Known { get; private set; }

    internal IReadOnlyList<ScenarioOutcome> Outcomes { get; private set; } = [];

    internal CandidateReplay? Replay { get; private set; }

    /// <summary>The proposal that waits; null: none does.</summary>
    internal ApprovalRow? Waiting { get; private set; }

    /// <summary>When it comes into force, or last did, by a decision of two people; null: it never was approved.</summary>
    internal PolicyActivationRow? Activated { get; private set; }

    /// <summary>Rules whose duty nobody knows how to keep: what they permit is withheld.</summary>
    internal IEnumerable<string> Withholding => Policy.Rules.Where(rule => rule.Obligations.Any(duty => !InfoShare.Policy.Sets.Obligations.Known.ContainsKey(duty))).Select(rule => rule.Id);

    /// <summary>Why it cannot be proposed now; null: it can.</summary>
    internal string? WhyNot => !Viewer.May(Permissions.ChangePolicy) ? "your roles do not include changing the policy"
        : Waiting is not null ? "it waits for approval already"
        : Replay is not { Report: not null } ? "first decide past messages again with it, so that it is known what it would change" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Day, Time) = WallTime.Write(Now + UsualNotice);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Viewer.May(Permissions.ChangePolicy))
            return await RefusedAsync(Version);
        if (WallTime.Read(Day, Time) is not { } from)
            ModelState.AddModelError("day", "Enter a day and a time that exist, such as 2026-11-20 and 09:00");
        else if (await desk.ProposeAsync(Version, from, Why ?? "", Viewer) is { } wrong)
            ModelState.AddModelError(wrong.Field, wrong.Problem);
        else
        {
            TempData["Done"] = "Proposed. Another governance lead must approve it";
            return Redirect($"/policy/changes/{Version}");
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (Read(scope => KnownSet.Find(Console, scope, Version)) is not { } policy)
            return await NotTheirsAsync(Version);
        Policy = policy;
        Outcomes = (await Console.Scenarios(cancellationToken)).By(policy);
        Replay = replays.Latest(Version);
        (Known, Waiting, Activated) = Read(scope => (
            KnownSet.All(Console, scope).FirstOrDefault(set => set.Version == Version),
            scope.OpenApprovals(Now.ToMicroseconds()).FirstOrDefault(row => row.Kind == PolicyActivation.Code && PolicyActivation.Read(row)?.Version == Version),
            scope.ListActivations().LastOrDefault(row => row.Version == Version)));
        return Page();
    }
}
