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
        new("Flow", "/flow", Permissions.SeeFlow),
        new("Messages", "/messages", Permissions.SeeMessages),
        new("Policy", "/policy", Permissions.SeePolicy),
        new("Approvals", "/approvals", Permissions.SeeApprovals),
        new("Audit", "/audit", Permissions.SeeAudit),
        new("Accounts", "/accounts", Permissions.ManageAccounts),
    ];

    public static IEnumerable<NavigationItem> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return All.Where(item => viewer.May(item.Permission));
    }

    /// <summary>Where somebody starts.</summary>
    public static string HomeOf(Viewer viewer) => For(viewer).FirstOrDefault()?.Address ?? "/permissions";
}
