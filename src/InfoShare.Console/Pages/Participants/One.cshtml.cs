using InfoShare.Console.Approvals;
using InfoShare.Console.Flow;
using InfoShare.Console.Participants;
using InfoShare.Console.Security;
using InfoShare.Directory;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Participants;

/// <summary>One name that may connect: what the directory and the broker say of it, its certificate, and what somebody asks to be changed.</summary>
[Needs(Permissions.SeeParticipants)]
public sealed class OneModel(ConsoleContext console, AccessDesk desk, HearingWatch watch) : ConsolePage(console)
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

    internal CertificateList Certificates { get; private set; } = null!;

    internal IReadOnlyList<AskedChange> Asked { get; private set; } = [];

    internal IReadOnlyList<AccessTask> Possible => AccessChange.PossibleOf(Certificate);

    internal DateOnly Today => Console.Today;

    internal string? WhyNot => desk.WhyNot(Viewer) ?? Certificates.Problem ?? (Possible.Count > 0 ? null : "The certificate of a node is issued with ./infoshare certs, which is told the names of its machine");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : await NotTheirsAsync(Name);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return await NotTheirsAsync(Name);
        if (!Viewer.May(Permissions.ChangeParticipants))
            return await RefusedAsync(Name);
        if (WhyNot is { } why)
            ModelState.AddModelError("", why);
        else if (AccessChange.TaskOf(Change) is not { } task || !Possible.Contains(task))
            ModelState.AddModelError(nameof(Change), "Choose what is to be done");
        else if (ApprovalDesk.ProblemOfWhy(Why) is { } problem)
            ModelState.AddModelError(nameof(Why), problem);
        else if (await desk.AskAsync(new AccessChange(task, Name), Why!, Viewer) is { } other)
            ModelState.AddModelError("", other);
        if (!ModelState.IsValid)
            return Page();

        TempData["Done"] = "Another person must approve it: it is among the approvals";
        return RedirectToPage(new { Name });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Certificates = Console.Access.Certificates();
        (Entry, Certificate) = (Console.Directory.ParticipantNamed(Name), Certificates.Of(Name));
        if (Entry is null && Certificate is null)
            return false;
        Hearing = (await watch.SoonAsync(cancellationToken))?.Hearing.FirstOrDefault(one => one.Participant == Name);
        Asked = Read(scope => AccessDesk.Asked(scope, change => change.Task != AccessTask.Provision && change.Name == Name));
        return true;
    }
}
