using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Approvals;

/// <summary>What waits for a second person.</summary>
/// <param name="WhyNot">Why this person can neither approve nor refuse it; null: they can.</param>
/// <param name="WhyNobody">Why nobody can approve it as things are; null: nothing stands in the way.</param>
/// <param name="IsOwn">This person asked for it.</param>
internal sealed record WaitingApproval(ApprovalRow Row, string Words, string? WhyNot, string? WhyNobody, bool IsOwn);

/// <summary>What waits for a second person, and what was decided: of the kinds that the reader may decide about, and what they asked for; all of it for whoever may read the audit.</summary>
[Needs(Permissions.SeeApprovals)]
public sealed class IndexModel(ConsoleContext console, ApprovalDesk desk) : ConsolePage(console)
{
    private const int MostPast = 50;

    internal IReadOnlyList<WaitingApproval> Open { get; private set; } = [];

    internal IReadOnlyList<(ApprovalRow Row, string Words)> Past { get; private set; } = [];

    public void OnGet() => Load();

    public Task<IActionResult> OnPostApproveAsync(string? id) => DecideAsync(id, approve: true);

    public Task<IActionResult> OnPostRefuseAsync(string? id) => DecideAsync(id, approve: false);

    public Task<IActionResult> OnPostWithdrawAsync(string? id) => AnswerAsync(desk.WithdrawAsync(id ?? "", Viewer), "Withdrawn");

    private Task<IActionResult> DecideAsync(string? id, bool approve) => AnswerAsync(desk.DecideAsync(id ?? "", approve, Viewer), approve ? "Approved" : "Refused");

    private async Task<IActionResult> AnswerAsync(Task<string?> deciding, string done)
    {
        if (await deciding is { } problem)
        {
            ModelState.AddModelError("", problem);
            Load();
            return Page();
        }

        TempData["Done"] = done;
        return RedirectToPage();
    }

    private void Load() => (Open, Past) = Read(scope => (
        scope.OpenApprovals(Now.ToMicroseconds()).Where(IsTheirs).Select(row => Of(scope, row)).ToList(),
        scope.PastApprovals(Now.ToMicroseconds(), MostPast).Where(IsTheirs).Select(row => (row, WordsOf(scope, row))).ToList()));

    private WaitingApproval Of(ReadScope scope, ApprovalRow row)
    {
        var action = desk.ActionOf(row.Kind);
        return new(row, WordsOf(scope, row), action is null ? "This release does not know what that is" : desk.WhyNot(scope, row, action, Viewer), action?.WhyNot(scope, row), row.AskedBy == Viewer.Token);
    }

    internal string? AddressOf(ApprovalRow row) => desk.ActionOf(row.Kind)?.AddressOf(row, Viewer);

    private bool IsTheirs(ApprovalRow row) => row.AskedBy == Viewer.Token || Viewer.May(Permissions.SeeAudit) || Viewer.May(desk.ActionOf(row.Kind)?.Needs ?? Permissions.Approve);

    private string WordsOf(ReadScope scope, ApprovalRow row) => desk.ActionOf(row.Kind)?.Words(scope, row) ?? row.Kind;
}
