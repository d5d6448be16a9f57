using InfoShare.Console.Security;

namespace InfoShare.Console.Words;

/// <summary>A place of the navigation.</summary>
public sealed record NavigationItem(string Title, string Address, string Permission)
{
    /// <summary>The places of a second level, of which this one leads to the first; empty: there is none.</summary>
    public IReadOnlyList<NavigationItem> Below { get; init; } = [];

    /// <summary>Whether an address is that of this place, or of one below it.</summary>
    public bool Holds(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address == Address || (Address != "/" && address.StartsWith(Address + "/", StringComparison.Ordinal)) || Below.Any(below => below.Holds(address));
    }
}

/// <summary>The places that somebody may go to, in their order.</summary>
public static class Navigation
{
    /// <summary>What goes on about children, in registers.</summary>
    public static NavigationItem Cases { get; } = new("Cases", "/responses", Permissions.SeeCases)
    {
        Below =
        [
            new("Answers", "/responses", Permissions.SeeCases),
            new("Challenges", "/escalations", Permissions.SeeCases),
            new("Plans", "/plans", Permissions.SeeCases),
            new("Transfers", "/transfers", Permissions.SeeCases),
            new("Destination unknown", "/lost", Permissions.SeeEveryCase),
            new("Moves", "/moves", Permissions.SeeEveryCase),
            new("Incidents", "/incidents", Permissions.SeeEveryCase),
            new("Chronology", "/chronology", Permissions.ReadChronology),
        ],
    };

    /// <summary>What went wrong, or waits for a person.</summary>
    public static NavigationItem Failures { get; } = new("Failures", "/failures", Permissions.MendFailures)
    {
        Below =
        [
            new("What failed", "/failures", Permissions.MendFailures),
            new("Held for a person", "/held", Permissions.MendFailures),
            new("Turned away", "/quarantine", Permissions.MendFailures),
        ],
    };

    /// <summary>By what is decided.</summary>
    public static NavigationItem Policy { get; } = new("Policy", "/policy", Permissions.SeePolicy)
    {
        Below =
        [
            new("What it says", "/policy", Permissions.SeePolicy),
            new("Scenarios", "/policy/scenarios", Permissions.SeePolicy),
            new("Replay", "/policy/replay", Permissions.SeePolicy),
            new("Shadow", "/policy/shadow", Permissions.SeePolicy),
            new("Changes", "/policy/changes", Permissions.SeePolicy),
        ],
    };

    /// <summary>Who is connected, and what the broker holds for them.</summary>
    public static NavigationItem Participants { get; } = new("Participants", "/participants", Permissions.SeeParticipants)
    {
        Below =
        [
            new("Who takes part", "/participants", Permissions.SeeParticipants),
            new("The broker", "/broker", Permissions.SeeParticipants),
        ],
    };

    private static readonly NavigationItem[] All =
    [
        new("Who is not hearing us?", "/", Permissions.SeeFlow),
        new("Inbox", "/inbox", Permissions.UseInbox),
        new("Raise a concern", "/inbox/concern", Permissions.UseInbox),
        new("What you sent", "/inbox/sent", Permissions.UseInbox),
        new("Flow", "/flow", Permissions.SeeFlow),
        new("Messages", "/messages", Permissions.SeeMessages),
        Failures,
        Cases,
        new("Identity", "/identity", Permissions.ReviewIdentity),
        new("Emergency access", "/emergencies", Permissions.ReviewEmergencies),
        Policy,
        new("Board", "/board", Permissions.SeeBoard),
        Participants,
        new("Alerts", "/alerts", Permissions.SeeAlerts),
        new("Approvals", "/approvals", Permissions.SeeApprovals),
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
        return For(viewer).Where(item => item.Holds(path)).MaxBy(item => item.Address.Length);
    }

    /// <summary>Where somebody starts.</summary>
    public static string HomeOf(Viewer viewer) => For(viewer).FirstOrDefault()?.Address ?? "/permissions";
}
