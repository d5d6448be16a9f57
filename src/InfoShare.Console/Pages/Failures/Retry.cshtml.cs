using InfoShare.Console.Approvals;
using InfoShare.Console.Failures;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Failures;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Failures;

/// <summary>How far a retry is, and the next stage. What came of a delivery is what its recipient’s adapter has said.</summary>
[Needs(Permissions.MendFailures)]
public sealed class RetryModel(ConsoleContext console, ApprovalDesk approvals) : ConsolePage(console)
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>How many more.</summary>
    [BindProperty]
    public long More { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal RetryRow Retry { get; private set; } = null!;

    internal RetryProgress Progress { get; private set; } = null!;

    internal IReadOnlyList<(RetryItem Item, DeliveryRow? Row)> Items { get; private set; } = [];

    /// <summary>Somebody has asked for the next stage, and it waits for another person.</summary>
    internal bool Asked { get; private set; }

    /// <summary>Why no more can be released; null: more can.</summary>
    internal string? WhyNoMore => Asked ? "The next stage waits for another person to approve it." : RetryDesk.WhyNoMore(Retry, Progress) is { } why ? $"{why}." : null;

    internal bool RestNeedsApproval { get; private set; }

    internal FailureGroup Group => FailureGroup.Of(Retry.FailureGroup)!;

    public async Task<IActionResult> OnGetAsync() => Load() ? Page() : await NotTheirsAsync(Id);

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        if (!Load())
            return await NotTheirsAsync(Id);
        var more = Math.Min(More, Progress.Left);
        if (more < 1 || WhyNoMore is not null)
            return Refused(nameof(More), WhyNoMore ?? "Enter how many more are to be sent again");
        var (needs, problem) = await Console.Store.WriteAsync(scope =>
        {
            var four = Console.Desks.Retries.NeedsApproval(scope, Retry, more);
            return (four, four ? approvals.Ask(scope, RetryAction.Code, RetryAction.SubjectOf(Id, more), Why ?? "", Viewer) : Console.Desks.Retries.Release(scope, Id, more, Viewer.Name, approved: false));
        });
        return problem is null ? Done(needs ? "Another person must approve it: it is among the approvals" : $"{more.Count("delivery", "deliveries")} more may be sent again") : Refused(needs ? nameof(Why) : nameof(More), problem);
    }

    public Task<IActionResult> OnPostPauseAsync() => TurnAsync(Console.Desks.Retries.PauseAsync, "Paused");

    public Task<IActionResult> OnPostResumeAsync() => TurnAsync(Console.Desks.Retries.ResumeAsync, "Resumed");

    public Task<IActionResult> OnPostCancelAsync() => TurnAsync(Console.Desks.Retries.CancelAsync, "Called off");

    private async Task<IActionResult> TurnAsync(Func<string, string, Task<string?>> turn, string done)
    {
        if (!Load())
            return await NotTheirsAsync(Id);
        return await turn(Id, Viewer.Name) is { } problem ? Refused("", problem) : Done(done);
    }

    private RedirectToPageResult Done(string words)
    {
        TempData["Done"] = words;
        return RedirectToPage(new { Id });
    }

    private PageResult Refused(string field, string problem)
    {
        ModelState.AddModelError(field, problem);
        return Page();
    }

    private bool Load()
    {
        (Retry, Progress, Items, Asked, RestNeedsApproval) = Read(scope =>
        {
            if (scope.FindRetry(Id) is not { } retry)
                return default;
            var (progress, items) = (RetryProgress.Of(scope, Id), scope.ItemsOf(Id, Most));
            var rows = scope.FindDeliveries([.. items.Select(item => item.DeliveryId)]).ToDictionary(row => row.DeliveryId);
            return (retry, progress, items.Select(item => (item, rows.GetValueOrDefault(item.DeliveryId))).ToList(), RetryAction.IsAsked(scope, Id, Now.ToMicroseconds()), Console.Desks.Retries.NeedsApproval(scope, retry, progress.Left));
        });
        return Retry is not null;
    }
}
