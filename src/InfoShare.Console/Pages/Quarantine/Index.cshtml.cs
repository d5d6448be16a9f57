using InfoShare.Console.Flow;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Failures;
using InfoShare.Storage.Messages;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Quarantine;

/// <summary>Messages that could not be read, or were refused: by whom, and which fields are wrong. They go back to their senders; nobody changes them here.</summary>
[Needs(Permissions.MendFailures)]
public sealed class IndexModel(ConsoleContext console, HearingWatch hearing) : ConsolePage(console)
{
    internal const int Most = 50;
    private const int MostReturned = 20;

    /// <summary>A spool offers what has no receipt for that long.</summary>
    private static readonly TimeSpan Offered = TimeSpan.FromDays(35);

    [BindProperty(SupportsGet = true)]
    public string? Sender { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    internal IReadOnlyList<TurnedAwayCount> Counts { get; private set; } = [];

    internal IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    internal IReadOnlyList<ReturnedRow> Returned { get; private set; } = [];

    /// <summary>What routing could not deal with: it is not on record.</summary>
    internal IReadOnlyList<GivenUpRow> GivenUp { get; private set; } = [];

    internal IEnumerable<string> Senders => Counts.Select(one => one.Sender).Distinct();

    /// <summary>What adapters of this process put aside: it never came to routing. Null: they have not been asked yet.</summary>
    internal IReadOnlyList<AdapterState>? Aside { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Load();
        Aside = (await hearing.SoonAsync(cancellationToken))?.Broker.Adapters.Where(adapter => adapter.Quarantined > 0).ToList();
    }

    public async Task<IActionResult> OnPostReturnAsync(string from, string id)
    {
        if (await Console.Desks.Failures.ReturnAsync(from ?? "", id ?? "", Why ?? "", Viewer.Name) is { } problem)
        {
            Load();
            ModelState.AddModelError($"Why-{Messages.Index().FirstOrDefault(one => one.Item.Sender == from && one.Item.Id == id).Index}", problem);
            return Page();
        }

        TempData["Done"] = "The sender is told to correct it and send it again";
        return RedirectToPage(new { Sender });
    }

    private void Load() => (Counts, Messages, Returned, GivenUp) = Read(scope => (
        scope.CountTurnedAway(), scope.TurnedAway(string.IsNullOrEmpty(Sender) ? null : Sender, Most), scope.Returned(MostReturned), scope.GivenUp((Now - Offered).ToMicroseconds(), Most)));
}
