using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Identity;

/// <summary>Takes a record away from a child that it was wrongly linked to; says before what went out meanwhile, and then who received what because of it.</summary>
[Needs(Permissions.ReviewIdentity)]
public sealed class RecordModel(ConsoleContext console) : ConsolePage(console)
{
    [BindProperty(SupportsGet = true)]
    public string? Record { get; set; }

    internal LinkedRecord Linked { get; private set; } = null!;

    /// <summary>After it was done.</summary>
    internal IdentityAnswer? Parted { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostUnlinkAsync()
    {
        var shown = await ShowAsync();
        if (shown is not PageResult)
            return shown;
        var answer = await Console.Desks.Identities.UnlinkAsync(new(Linked.Record, Viewer.Name));
        if (answer.Problem is { } problem)
            ModelState.AddModelError("", problem.Sentence());
        else
            Parted = answer;
        return shown;
    }

    internal static string Through(ReceivedByLink one) => one.Through is { } through ? $"because of the link: {through.Replace('-', ' ')}; called back" : "would have gone without it, and may tell of both as one";

    private async Task<IActionResult> ShowAsync()
    {
        if (Read(scope => LinkedRecord.Of(scope, Record?.Trim() ?? "")) is not { } found)
            return await NotTheirsAsync(Record);
        Linked = found;
        return Page();
    }
}
