using InfoShare.Console.Security;
using InfoShare.Routing.Failures;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Held;

/// <summary>A part that might name a restricted address, and waits for somebody who has looked.</summary>
/// <param name="Held">Parts that the recipient does not have.</param>
/// <param name="Masked">Parts that it has, with the location masked.</param>
/// <param name="WhyNoRelease">Why this person cannot release it; null: they can.</param>
internal sealed record HeldReview(DeliveryRow Row, IReadOnlyList<string> Held, IReadOnlyList<string> Masked, string? WhyNoRelease);

/// <summary>What is held until a person has looked. The content is not here: it is read on the case’s page, with a reason.</summary>
[Needs(Permissions.MendFailures)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    private const int Most = 50;

    internal IReadOnlyList<HeldReview> Reviews { get; private set; } = [];

    internal long Count { get; private set; }

    public void OnGet() => Load();

    public Task<IActionResult> OnPostReleaseAsync(string id) => DecideAsync(Console.Desks.Held.ReleaseAsync(id ?? "", Viewer.Name), "Released");

    public Task<IActionResult> OnPostWithholdAsync(string id) => DecideAsync(Console.Desks.Held.WithholdAsync(id ?? "", Viewer.Name), "Withheld for good");

    private async Task<IActionResult> DecideAsync(Task<string?> decided, string done)
    {
        if (await decided is { } problem)
        {
            ModelState.AddModelError("", problem);
            Load();
            return Page();
        }

        TempData["Done"] = done;
        return RedirectToPage();
    }

    private void Load() => (Count, Reviews) = Read(scope => (scope.CountHeld(), scope.HeldReviews(Most).Select(row => Of(scope, row)).ToList()));

    private HeldReview Of(ReadScope scope, DeliveryRow row)
    {
        var held = HeldDesk.PartsHeld(row, Console.Desks.Held.Reviewed(scope, row));
        return new(row, held, [.. HeldDesk.PartsOf(row).Except(held)], Console.Desks.Held.WhyNoRelease(scope, row, Viewer.Name));
    }
}
