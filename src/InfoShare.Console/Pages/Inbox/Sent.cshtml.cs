using InfoShare.Console.Inboxes;
using InfoShare.Console.Security;
using InfoShare.Storage.Inboxes;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>What a post has sent from here, and what was answered.</summary>
[Needs(Permissions.UseInbox)]
public sealed class SentModel(ConsoleContext console) : InboxPage(console)
{
    internal const int Most = 100;

    internal IReadOnlyList<InboxSentRow> All { get; private set; } = [];

    internal ILookup<string, InboxAnswerRow> Answers { get; private set; } = null!;

    public void OnGet() => (All, Answers) = Read(scope =>
        (scope.SentBy(Organisation, Role, Most), scope.AnswersTo(Organisation, Role, null, Most).ToLookup(answer => answer.MessageId)));
}
