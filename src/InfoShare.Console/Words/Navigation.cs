using InfoShare.Console.Security;

namespace InfoShare.Console.Words;

/// <summary>A place of the navigation.</summary>
public sealed record NavigationItem(string Title, string Address, string Permission);

/// <summary>The places that somebody may go to, in their order.</summary>
public static class Navigation
{
    private static readonly NavigationItem[] All =
    [
        new("Who is not hearing us?", "/", Permissions.SeeFlow),
        new("Inbox", "/inbox", Permissions.UseInbox),
        new("Raise a concern", "/inbox/concern", Permissions.UseInbox),
        new("What you sent", "/inbox/sent", Permissions.UseInbox),
        new("Flow", "/flow", Permissions.SeeFlow),
        new("Messages", "/messages", Permissions.SeeMessages),
        new("Alerts", "/alerts", Permissions.SeeAlerts),
        new("Failures", "/failures", Permissions.MendFailures),
        new("Held", "/held", Permissions.MendFailures),
        new("Turned away", "/quarantine", Permissions.MendFailures),
        new("Approvals", "/approvals", Permissions.Approve),
        new("Audit", "/audit", Permissions.SeeAudit),
        new("Accounts", "/accounts", Permissions.ManageAccounts),
    ];

    public static IEnumerable<NavigationItem> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return All.Where(item => viewer.May(item.Permission));
    }

    /// <summary>The place that a page belongs to: the one whose address begins its own, the longest of them. Null: it belongs to none.</summary>
    public static NavigationItem? PlaceOf(Viewer viewer, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return For(viewer).Where(item => item.Address == path || (item.Address != "/" && path.StartsWith(item.Address + "/", StringComparison.Ordinal))).MaxBy(item => item.Address.Length);
    }

    /// <summary>Where somebody starts.</summary>
    public static string HomeOf(Viewer viewer) => For(viewer).FirstOrDefault()?.Address ?? "/permissions";
}
