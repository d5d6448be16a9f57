using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Identity;
using InfoShare.Storage.Children;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Identity;

/// <summary>
/// One question. What the records say of the child is shown once, after a button whose use goes on record, with how far they agree;
/// addresses are compared and not shown.
/// </summary>
[Needs(Permissions.ReviewIdentity)]
public sealed class ReviewModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Review { get; set; } = "";

    internal IdentityReviewRow Row { get; private set; } = null!;

    internal ListedReview Listed { get; private set; } = null!;

    /// <summary>Whether both records are of one child now, whoever has linked them.</summary>
    internal bool AreLinked { get; private set; }

    /// <summary>Both records; null: they are closed.</summary>
    internal IdentityAnswer? Compared { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostCompareAsync() => CompareAsync();

    public async Task<IActionResult> OnPostDecideAsync(string? outcome)
    {
        if (outcome is not ("same" or "different"))
        {
            ModelState.AddModelError("Outcome", "Say whether they are of one child or of two");
            return await CompareAsync();
        }

        if (await ShowAsync() is not PageResult)
            return NotFound();
        var answer = await Console.Desks.Identities.DecideAsync(new(Review, outcome == "same" ? IdentityOutcome.Same : IdentityOutcome.Different, Viewer.Name));
        if (answer.Problem is { } problem)
        {
            ModelState.AddModelError("", problem.Sentence());
            return Page();
        }

        TempData["Done"] = outcome == "same" ? $"Both are of one child now. {Shared(answer.Shared)}" : "They stay apart";
        return RedirectToPage(new { Review });
    }

    internal static string Shared(int shared) => shared switch
    {
        0 => "Nothing goes to anybody who was not asked before",
        _ => $"{((long)shared).Count("delivery goes", "deliveries go")} to recipients who were not asked before",
    };

    private async Task<IActionResult> CompareAsync()
    {
        var shown = await ShowAsync();
        if (shown is not PageResult)
            return shown;
        var answer = await Console.Desks.Identities.LookAsync(new(Review, Viewer.Name));
        if (answer.Problem is { } problem)
            ModelState.AddModelError("", problem.Sentence());
        else
            Compared = answer;
        return shown;
    }

    private async Task<IActionResult> ShowAsync()
    {
        var found = Read(scope => scope.FindReview(Review) is { } row
            ? (Row: row, Listed: ListedReview.Of(scope, row), Linked: scope.FindRecord(row.Record)?.ChildToken is { } child && child == scope.FindRecord(row.Other)?.ChildToken)
            : default);
        if (found.Row is null)
            return await NotTheirsAsync(Review);
        (Row, Listed, AreLinked) = found;
        return Page();
    }
}
