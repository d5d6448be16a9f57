using InfoShare.Console.Alerts;
using InfoShare.Console.Security;
using InfoShare.Storage.Alerts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Alerts;

/// <summary>What stands that somebody must know of, who was told, and whether telling works.</summary>
[Needs(Permissions.SeeAlerts)]
public sealed class IndexModel(ConsoleContext console, AlertDesk desk, AlertWatch watch) : ConsolePage(console)
{
    private const int MostEnded = 50;

    internal IReadOnlyList<AlertRow> Standing { get; private set; } = [];

    internal IReadOnlyList<AlertRow> Ended { get; private set; } = [];

    internal ILookup<string, AlertTold> Told { get; private set; } = Array.Empty<AlertTold>().ToLookup(one => one.Key);

    /// <summary>Each way of telling that is set, with how it works; null: it was not used yet.</summary>
    internal IReadOnlyList<(string Channel, AlertChannelRow? Row)> Channels { get; private set; } = [];

    /// <summary>Why nobody would be told; null: at least one channel works.</summary>
    internal string? Silence { get; private set; }

    internal AlertSettings Settings => desk.Settings;

    public void OnGet() => Load();

    public async Task<IActionResult> OnPostAcknowledgeAsync(string key)
    {
        if (!Viewer.May(Permissions.AcknowledgeAlerts))
            return await RefusedAsync("/alerts");
        if (await desk.AcknowledgeAsync(key ?? "", Viewer) is { } problem)
            return Refuse(problem);
        TempData["Done"] = "It is on record that you deal with it";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken)
    {
        if (!Viewer.May(Permissions.TestAlerts))
            return await RefusedAsync("/alerts");
        if (desk.Channels.Count == 0)
            return Refuse("There is no channel: set one in the settings");
        var outcomes = await desk.TestAsync(Viewer, cancellationToken);
        if (outcomes.Where(one => one.Problem is not null).ToList() is { Count: > 0 } failed)
            return Refuse(string.Join("; ", failed.Select(one => $"The test by {one.Channel} did not leave: {one.Problem}")));
        TempData["Done"] = $"A test alert left by {string.Join(" and ", outcomes.Select(one => one.Channel))}";
        return RedirectToPage();
    }

    private PageResult Refuse(string problem)
    {
        ModelState.AddModelError("", problem);
        Load();
        return Page();
    }

    private void Load()
    {
        var (alerts, told, channels) = Read(scope => (scope.Alerts(), scope.AlertsTold(), scope.AlertChannels()));
        Standing = [.. alerts.Where(alert => alert.EndedAt(Now) is null).OrderByDescending(alert => alert.Urgent).ThenBy(alert => alert.Since)];
        Ended = [.. alerts.Where(alert => alert.EndedAt(Now) is not null).OrderByDescending(alert => alert.GoneAt).Take(MostEnded)];
        Told = told.ToLookup(one => one.Key);
        Channels = [.. desk.Channels.Select(channel => (channel, channels.FirstOrDefault(row => row.Channel == channel)))];
        Silence = watch.Silence();
    }
}
