using InfoShare.Console.Security;
using InfoShare.Routing.Failures;
using InfoShare.Storage.Failures;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Failures;

/// <summary>A dry run: what would be sent again of a group, and what would not. From here the first one is sent.</summary>
[Needs(Permissions.MendFailures)]
public sealed class AgainModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int PerMinute { get; set; } = 60;

    [BindProperty]
    public int StopAfter { get; set; } = 3;

    internal FailureGroup Group { get; private set; } = null!;

    internal DryRun Tried { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Load() ? Page() : await NotTheirsAsync(Id);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Load())
            return await NotTheirsAsync(Id);
        if (!ModelState.IsValid)
            return Page();
        var started = await Console.Desks.Retries.StartAsync(new(Group, PerMinute, StopAfter, Viewer.Name));
        if (started.Problem is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        return RedirectToPage("/Failures/Retry", new { Id = started.RetryId });
    }

    private bool Load()
    {
        if (FailureGroup.Of(Id) is not { } group)
            return false;
        (Group, Tried) = (group, Read(scope => Console.Desks.Retries.Try(scope, group)));
        return Tried.Going > 0 || Tried.NotGoing.Count > 0;
    }
}
