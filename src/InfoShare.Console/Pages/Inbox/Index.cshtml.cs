using InfoShare.Console.Inboxes;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Inboxes;
using InfoShare.Vault;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>What was released to one post, and what it owes.</summary>
[Needs(Permissions.UseInbox)]
public sealed class IndexModel(ConsoleContext console) : InboxPage(console)
{
    internal const int Most = 200;
    private const int MostOwed = 100;

    internal IReadOnlyList<InboxItem> Items { get; private set; } = [];

    /// <summary>Answers to what the post has sent, that nobody there has read.</summary>
    internal int Answers { get; private set; }

    public void OnGet() => (Items, Answers) = Read(scope =>
    {
        var owed = scope.OwedBy(Organisation, Role, MostOwed);
        var rows = scope.InboxOf(Organisation, Role, Most);
        var older = scope.InboxAmong(Organisation, Role, [.. owed.Select(clock => clock.DeliveryId).Except(rows.Select(row => row.DeliveryId))]);
        return (InboxReading.Of([.. rows, .. older], owed, Console.Directory, Now), scope.AnswersTo(Organisation, Role, null, Most).Count(answer => answer.ReadAt is null));
    });
}
