using InfoShare.Console.Flow;
using InfoShare.Console.Inboxes;
using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Directory;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Participants;

/// <summary>One name that may connect: what the directory and the broker say of it, its certificate, and what somebody asks to be changed.</summary>
[Needs(Permissions.SeeParticipants)]
public sealed class OneModel(ConsoleContext console, AccessDesk desk, FlowWatch watch) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Change { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal Participant? Entry { get; private set; }

    internal CertificateOf? Certificate { get; private set; }

    /// <summary>As the flow was seen last; null: nothing is sent to it.</summary>
    internal Hearing? Hearing { get; private set; }

    internal IReadOnlyList<ApprovedWorkRow> Approved { get; private set; } = [];

    internal IReadOnlyList<ApprovalRow> Asked { get; private set; } = [];

    internal IReadOnlyList<AccessTask> Possible => AccessChange.PossibleOf(Certificate);

    internal DateOnly Today => Console.Today;

    internal string? WhyNot => desk.WhyNot(Viewer) ?? (Possible.Count > 0 ? null : "The certificate of a node is issued with ./infoshare certs, which is told the names of its machine");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : await NotTheirsAsync(Name);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return await NotTheirsAsync(Name);
        if (WhyNot is not null)
            return await RefusedAsync(Name);
        if (await desk.AskAsync(Name, AccessChange.TaskOf(Change), Why ?? "", Viewer) is { } problem)
        {
            ModelState.AddModelError(AccessChange.TaskOf(Change) is { } chosen && Possible.Contains(chosen) ? nameof(Why) : nameof(Change), problem);
            return Page();
        }

        TempData["Done"] = "Another person must approve it: it is among the approvals";
        return RedirectToPage(new { Name });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!desk.Names().Contains(Name))
            return false;
        Entry = Console.Directory.ParticipantNamed(Name);
        Certificate = Console.Access.Certificates().FirstOrDefault(one => one.Name == Name);
        Hearing = (await watch.LatestAsync(cancellationToken)).Hearing.FirstOrDefault(one => one.Participant == Name);
        (Approved, Asked) = Read(scope => AccessDesk.Of(scope, change => change.Task != AccessTask.Provision && change.Name == Name, Now.ToMicroseconds()));
        return true;
    }
}
