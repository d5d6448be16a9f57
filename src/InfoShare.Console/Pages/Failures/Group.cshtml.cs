using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Failures;

/// <summary>What failed in one way: the deliveries, the notes, the retries.</summary>
[Needs(Permissions.MendFailures)]
public sealed class GroupModel(ConsoleContext console) : ConsolePage(console)
{
    internal const int Most = 50;
    private const int MostNotes = 20;
    private const int MostRetries = 10;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Note { get; set; }

    internal FailureGroup Group { get; private set; } = null!;

    /// <summary>Null: nothing is in it any more.</summary>
    internal FailureCount? Count { get; private set; }

    internal long? Deadline { get; private set; }

    internal IReadOnlyList<(DeliveryRow Row, long Behind)> Deliveries { get; private set; } = [];

    internal IReadOnlyList<FailureNote> Notes { get; private set; } = [];

    internal IReadOnlyList<RetryRow> Retries { get; private set; } = [];

    /// <summary>Why the group cannot be sent again now; null: it can.</summary>
    internal string? WhyNoRetry => Count is null ? "Nothing is in this group any more."
        : Retries.Any(retry => retry.State is RetryStates.Open or RetryStates.Paused or RetryStates.Stopped) ? "It is being sent again: see the retry below." : null;

    public async Task<IActionResult> OnGetAsync() => Load() ? Page() : await NotTheirsAsync(Id);

    public async Task<IActionResult> OnPostNoteAsync()
    {
        if (!Load())
            return await NotTheirsAsync(Id);
        if (await Console.Desks.Failures.NoteAsync(Group, Note ?? "", Viewer.Name) is { } problem)
        {
            ModelState.AddModelError(nameof(Note), problem);
            return Page();
        }

        TempData["Done"] = "The note is kept";
        return RedirectToPage(new { Id });
    }

    private bool Load()
    {
        if (FailureGroup.Of(Id) is not { } group)
            return false;
        (Group, Count, Deadline, Deliveries, Notes, Retries) = Read(scope => (
            group, scope.CountOf(group), scope.DeadlineOf(group),
            WithBehind(scope, group), scope.NotesOf(group.Key, MostNotes), scope.RetriesOf(group.Key, MostRetries)));
        return Count is not null || Notes.Count > 0 || Retries.Count > 0;
    }

    private static List<(DeliveryRow, long)> WithBehind(ReadScope scope, FailureGroup group)
    {
        var asked = scope.DeliveriesIn(group, Most).Select(row => (Row: row, Behind: scope.AskBehind(row))).ToList();
        return [.. asked.Select(one => (one.Row, one.Behind.Rows[0]))];
    }
}
