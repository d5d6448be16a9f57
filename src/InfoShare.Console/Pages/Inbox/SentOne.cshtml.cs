using InfoShare.Console.Cases;
using InfoShare.Console.Security;
using InfoShare.Contracts.Deliveries;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Inboxes;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>What became of one message that the post has sent: coarsely, for who else knows the child is not for it to know.</summary>
[Needs(Permissions.UseInbox)]
public sealed class SentOneModel(ConsoleContext console) : InboxPage(console)
{
    private const int MostAnswers = 100;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    internal InboxSentRow Sent { get; private set; } = null!;

    internal IReadOnlyList<CoarseOutcome> Outcomes { get; private set; } = [];

    /// <summary>What the sender was told of it.</summary>
    internal IReadOnlyList<WithheldNotice> Notices { get; private set; } = [];

    internal IReadOnlyList<InboxAnswerRow> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var found = Read(scope => Viewer is not { Organisation: { } organisation, Post: { } role } || scope.SentBy(organisation, role, Id) is not { } sent ? default : (
            Sent: sent, All: scope.DeliveriesOf(sent.Participant, sent.MessageId), Answers: scope.AnswersTo(organisation, role, Id, MostAnswers)));
        if (found.Sent is null)
            return await NotTheirsAsync(Id);
        (Sent, Answers) = (found.Sent, found.Answers);
        Outcomes = CaseReading.Coarse(found.All);
        Notices = [.. found.All.Where(row => row is { Kind: "sender-notice", Detail: not null })
            .SelectMany(row => DecisionTable.Read<SharingWithheld>(row.Detail!).Withheld).Where(notice => notice.Part is null).Distinct()];
        return Page();
    }
}
