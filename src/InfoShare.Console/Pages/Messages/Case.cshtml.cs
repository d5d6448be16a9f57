using System.Text.Json.Nodes;
using InfoShare.Console.Cases;
using InfoShare.Console.Security;
using InfoShare.Routing.Reveals;
using InfoShare.Storage;
using InfoShare.Storage.Reveals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Messages;

/// <summary>The whole story of one message. Its content is closed until somebody says why they must read it.</summary>
[Needs(Permissions.SeeMessages)]
public sealed class CaseModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Sender { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal Case Case { get; private set; } = null!;

    /// <summary>While it is open for this viewer.</summary>
    internal JsonObject? Revealed { get; private set; }

    internal RevealRow? Open { get; private set; }

    /// <summary>Null: they may ask.</summary>
    internal string? WhyNoReveal => !Viewer.May(Permissions.Reveal) ? "Your roles do not include reading content."
        : Viewer.Source is { } own && Case.Message.Source != own ? "What was released to your organisation is in its own system; only who sent a message reads all of it here."
        : Case.Message.Body.Length == 0 ? "The content has been erased." : null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostRevealAsync()
    {
        if (await ShowAsync() is not PageResult page)
            return await NotTheirsAsync(Id);
        if (WhyNoReveal is not null)
            return await RefusedAsync(Id);
        if (RevealRules.ProblemOf(Reason, Why) is { } problem)
        {
            ModelState.AddModelError(RevealRules.Reasons.ContainsKey(Reason ?? "") ? "Why" : "Reason", problem);
            return page;
        }

        if (await Console.Desks.Reveals.OpenAsync(new(Sender, Id, Reason!, Why!, Viewer.Organisation, Viewer.Name)) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return page;
        }

        return RedirectToPage("/Messages/Case", null, new { Sender, Id }, "content");
    }

    private async Task<IActionResult> ShowAsync()
    {
        var found = Read(scope => CaseReading.Read(Console, scope, Viewer, Sender, Id) is not { } one ? default : (
            Case: one, Open: scope.StandingReveal(Sender, Id, Viewer.Token, Now.ToMicroseconds()), Content: Viewer.May(Permissions.Reveal) ? Console.Desks.Reveals.Content(scope, Sender, Id, Viewer.Name) : null));
        if (found.Case is null)
            return await NotTheirsAsync(Id);
        (Case, Open, Revealed) = found;
        return Page();
    }
}
