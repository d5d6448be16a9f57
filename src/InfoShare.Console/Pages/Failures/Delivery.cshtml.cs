using InfoShare.Console.Approvals;
using InfoShare.Console.Failures;
using InfoShare.Console.Security;
using InfoShare.Routing.Failures;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Failures;

/// <summary>One delivery that has failed, or waits behind one: what stands where in its order, and how the order is freed.</summary>
[Needs(Permissions.MendFailures)]
public sealed class DeliveryModel(ConsoleContext console, ApprovalDesk approvals) : ConsolePage(console)
{
    internal const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Why { get; set; }

    internal DeliveryRow Row { get; private set; } = null!;

    internal IReadOnlyList<DeliveryRow> Behind { get; private set; } = [];

    /// <summary>The failed one behind which it waits; null: behind none.</summary>
    internal DeliveryRow? HeldBy { get; private set; }

    /// <summary>Why it cannot be given up; null: it can.</summary>
    internal string? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Load() ? Page() : await NotTheirsAsync(Id);

    public async Task<IActionResult> OnPostGiveUpAsync()
    {
        if (!Load())
            return await NotTheirsAsync(Id);
        if (WhyNot is not null)
            return await RefusedAsync(Id);
        if (await Console.Store.WriteAsync(scope => approvals.Ask(scope, GiveUpAction.Code, Id, Why ?? "", Viewer)) is { } problem)
        {
            ModelState.AddModelError(nameof(Why), problem);
            return Page();
        }

        TempData["Done"] = "Another person must approve it: it is among the approvals";
        return RedirectToPage(new { Id });
    }

    private bool Load()
    {
        (Row, Behind, HeldBy, WhyNot) = Read(scope => scope.FindDelivery(Id) is not { } row ? default : (
            row, scope.HeldBehind(row, Most), scope.HeldBy(row), FailureDesk.WhyNotGivenUp(row) ?? (GiveUpAction.IsAsked(scope, Id, Now.ToMicroseconds()) ? "Somebody has asked for it, and it waits for another person" : null)));
        return Row is not null;
    }
}
