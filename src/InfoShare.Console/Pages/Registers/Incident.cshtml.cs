using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Incidents;
using InfoShare.Storage.Incidents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Registers;

/// <summary>One incident: whom it reached, who has removed it; call it back, and close it.</summary>
[Needs(Permissions.SeeEveryCase)]
public sealed class IncidentModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    internal ListedIncident Incident { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostRecallAsync() => ActAsync(
        async () => await Console.Desks.Incidents.RecallAsync(new(Id, Viewer.Name)), answer => $"{((long)answer.Recalled).Count("delivery", "deliveries")} called back");

    public Task<IActionResult> OnPostCloseAsync() => ActAsync(async () => await Console.Desks.Incidents.CloseAsync(new(Id, Viewer.Name)), _ => "The incident is closed");

    private async Task<IActionResult> ActAsync(Func<Task<IncidentAnswer>> act, Func<IncidentAnswer, string> words)
    {
        if (await ShowAsync() is not PageResult page)
            return NotFound();
        if (!Viewer.May(Permissions.MendIncidents))
            return await RefusedAsync(Id);
        var answer = await act();
        if (answer.Problem is { } problem)
        {
            ModelState.AddModelError("", problem.Sentence());
            return page;
        }

        TempData["Done"] = words(answer);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Read(scope => scope.FindIncident(Id) is { } row ? ListedIncident.Of(scope, row) : null) is not { } found)
            return await NotTheirsAsync(Id);
        Incident = found;
        return Page();
    }
}
