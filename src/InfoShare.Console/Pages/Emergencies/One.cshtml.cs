using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Policy;
using InfoShare.Routing.Emergency;
using InfoShare.Storage.Emergency;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Emergencies;

/// <summary>One emergency access. Why, in the asker's words, is closed until the reader opens it, which is on record; somebody else than who asked reviews it.</summary>
[Needs(Permissions.ReviewEmergencies)]
public sealed class OneModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    internal ListedEmergency Listed { get; private set; } = null!;

    /// <summary>What the asker wrote, once it is opened.</summary>
    internal string? Text { get; private set; }

    internal bool IsOpen { get; private set; }

    /// <summary>Null: they can.</summary>
    internal string? WhyNotReview { get; private set; }

    internal string? WhyNotStop => Listed.State == "standing" ? null : "It has ended already.";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        var shown = await ShowAsync();
        if (shown is not PageResult)
            return shown;
        Text = await Console.Store.WriteAsync(scope =>
        {
            Console.Audit(scope, "emergency-words-read", Id, $"by:{Viewer.Token}");
            return scope.TextOf(scope.FindEmergency(Id)!);
        });
        IsOpen = true;
        return shown;
    }

    public async Task<IActionResult> OnPostReviewAsync(string? outcome)
    {
        if (outcome is not ("justified" or "not-justified"))
        {
            ModelState.AddModelError("Outcome", "Say whether it was right");
            return await ShowAsync();
        }

        return await ActAsync(
            () => Console.Desks.Emergencies.ReviewAsync(new(Id, Viewer.Name, outcome == "justified" ? ReviewOutcome.Justified : ReviewOutcome.NotJustified)), _ => "Your review is on record");
    }

    public Task<IActionResult> OnPostStopAsync() => ActAsync(
        () => Console.Desks.Emergencies.StopAsync(new(Id, Viewer.Name)), answer => $"It has ended: {((long)answer.Stopped).Count("delivery", "deliveries")} that had not left will not go, or with less");

    private async Task<IActionResult> ActAsync(Func<Task<EmergencyAnswer>> act, Func<EmergencyAnswer, string> words)
    {
        var shown = await ShowAsync();
        if (shown is not PageResult)
            return shown;
        var answer = await act();
        if (answer.Problem is { } problem)
        {
            ModelState.AddModelError("", problem.Sentence());
            return shown;
        }

        TempData["Done"] = words(answer);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ShowAsync()
    {
        var found = Read(scope => scope.FindEmergency(Id) is { } row ? (Listed: ListedEmergency.Of(scope, row, Now, withText: false), row.AskedBy) : default);
        if (found.Listed is null)
            return await NotTheirsAsync(Id);
        Listed = found.Listed;
        WhyNotReview = Listed.ReviewedAt is not null ? "It has been reviewed already." : EmergencyRules.ProblemOfReview(found.AskedBy, Viewer.Token)?.Sentence();
        return Page();
    }
}
