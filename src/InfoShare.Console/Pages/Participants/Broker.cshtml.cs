using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
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

    internal IReadOnlyList<ApprovedWorkRow> Approved { get; private set; } = [];

    internal IReadOnlyList<ApprovalRow> Asked { get; private set; } = [];

    internal string? WhyNot => desk.WhyNot(Viewer) ?? Compared.Problem ?? (Compared.Steps.Count == 0 ? "There is nothing to do" : null);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (desk.WhyNot(Viewer) is not null)
            return await RefusedAsync("/broker");
        if (await desk.AskToProvisionAsync(Version ?? "", Why ?? "", Viewer, cancellationToken) is { } problem)
        {
            ModelState.AddModelError(nameof(Why), problem);
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData["Done"] = "Another person must approve it: it is among the approvals";
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Compared = await Console.Access.CompareAsync(cancellationToken);
        (Approved, Asked) = Read(scope => AccessDesk.Of(scope, change => change.Task == AccessTask.Provision, Now.ToMicroseconds()));
    }
}
