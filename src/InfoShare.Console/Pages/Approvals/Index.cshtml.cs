using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Approvals;

/// <summary>What waits for a second person, and what was decided: of the kinds that the reader may decide about, and what they asked for.</summary>
[Needs(Permissions.SeeApprovals)]
public sealed class IndexModel(ConsoleContext console, ApprovalDesk desk) : ConsolePage(console)
{
    private const int MostPast = 50;

    internal IReadOnlyList<(ApprovalRow Row, string Words, string? WhyNot)> Open { get; private set; } = [];

    internal IReadOnlyList<(ApprovalRow Row, string Words)> Past { get; private set; } = [];

    public void OnGet() => Load();

    public Task<IActionResult> OnPostApproveAsync(string id) => DecideAsync(id, approve: true);

    public Task<IActionResult> OnPostRefuseAsync(string id) => DecideAsync(id, approve: false);

    private async Task<IActionResult> DecideAsync(string id, bool approve)
    {
        if (await desk.DecideAsync(id, approve, Viewer) is { } problem)
        {
            ModelState.AddModelError("", problem);
            Load();
            return Page();
        }

        TempData["Done"] = approve ? "Approved" : "Refused";
        return RedirectToPage();
    }

    private void Load() => (Open, Past) = Read(scope => (
        scope.OpenApprovals(Now.ToMicroseconds()).Where(IsTheirs).Select(row => (row, WordsOf(scope, row), desk.ActionOf(row.Kind) is { } action ? desk.WhyNot(row, action, Viewer) : "This release does not know what that is")).ToList(),
        scope.PastApprovals(Now.ToMicroseconds(), MostPast).Where(IsTheirs).Select(row => (row, WordsOf(scope, row))).ToList()));

    internal string? AddressOf(ApprovalRow row) => desk.ActionOf(row.Kind)?.AddressOf(row);

    private bool IsTheirs(ApprovalRow row) => row.AskedBy == Viewer.Token || Viewer.May(desk.ActionOf(row.Kind)?.Needs ?? Permissions.Approve);

    private string WordsOf(ReadScope scope, ApprovalRow row) => desk.ActionOf(row.Kind)?.Words(scope, row) ?? row.Kind;
}
