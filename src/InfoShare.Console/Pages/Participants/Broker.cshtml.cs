using InfoShare.Console.Approvals;
using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Storage;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Participants;

/// <summary>The broker, compared with the directory: what participants gained, lost or changed means there.</summary>
[Needs(Permissions.SeeParticipants)]
public sealed class BrokerModel(ConsoleContext console, AccessDesk desk) : ConsolePage(console)
{
    [BindProperty]
    public string? Version { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal BrokerComparison Compared { get; private set; } = null!;

    internal IReadOnlyList<AskedChange> Asked { get; private set; } = [];

    internal bool IsUnderWay { get; private set; }

    internal string? WhyNot => desk.WhyNot(Viewer) ?? Compared.Problem ?? (Compared.Steps.Count == 0 ? "There is nothing to do" : IsUnderWay ? "It was asked for, and waits for another person or to be done" : null);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (!Viewer.May(Permissions.ChangeParticipants))
            return await RefusedAsync("/broker");
        var inReason = ApprovalDesk.ProblemOfWhy(Why);
        if ((inReason ?? await desk.AskToProvisionAsync(Version ?? "", Why!, Viewer, cancellationToken)) is { } problem)
        {
            ModelState.AddModelError(inReason is null ? "" : nameof(Why), problem);
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData["Done"] = "Another person must approve it: it is among the approvals";
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Compared = await Console.Access.CompareAsync(cancellationToken);
        var compared = new AccessChange(AccessTask.Provision, Compared.Version);
        (Asked, IsUnderWay) = Read(scope => (AccessDesk.Asked(scope, change => change.Task == AccessTask.Provision), AccessAction.UnderWay(scope, Now.ToMicroseconds()).Contains(compared)));
    }
}
