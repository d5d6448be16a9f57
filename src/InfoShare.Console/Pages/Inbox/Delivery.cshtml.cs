using InfoShare.Console.Inboxes;
using InfoShare.Console.Security;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy.Sets;
using InfoShare.Routing.Inboxes;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Inboxes;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>One delivery: what was released of it, and what can be answered. Opening it is reading it, and on record.</summary>
[Needs(Permissions.UseInbox)]
public sealed class DeliveryModel(ConsoleContext console, PostBox post) : InboxPage(console)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    internal OpenedDelivery Opened { get; private set; } = null!;

    internal IReadOnlyList<Owed> Owed { get; private set; } = [];

    internal IReadOnlyList<AnswerForm> Forms { get; private set; } = [];

    /// <summary>What was answered from here.</summary>
    internal IReadOnlyList<InboxSentRow> Answered { get; private set; } = [];

    /// <summary>The form that was sent and could not be taken: its kind, choice and words.</summary>
    internal (string Kind, string? Choice, string? Text) Filled { get; private set; }

    internal string Reference { get; private set; } = PostBox.NewReference();

    internal Delivery? Released => Opened.Content;

    /// <summary>What the reader must do or not do, in words.</summary>
    internal IEnumerable<string> ObligationWords => (Released?.Obligations ?? []).Select(code => Obligations.Known.GetValueOrDefault(code, code));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? kind, string? reference)
    {
        if (await ShowAsync() is not PageResult page)
            return NotFound();
        if (Forms.FirstOrDefault(one => one.Kind == kind) is not { } form)
            return await RefusedAsync(Id);
        Filled = (form.Kind, Request.Form[form.ChoiceField], Request.Form[form.TextField]);
        Reference = PostBox.IsReference(reference) ? reference! : Reference;
        if (AnswerForms.ProblemsOf(form, Filled.Choice, Filled.Text) is { Count: > 0 } problems)
        {
            Say(problems);
            return page;
        }

        var outcome = await post.SendAsync(Viewer, new(Reference, [AnswerForms.Read(form, Filled.Choice!, Filled.Text, Id, Role, Now)], Id));
        if (outcome.Problems.Count == 0)
        {
            TempData["Done"] = "Your answer is saved, and goes back to who sent this";
            return RedirectToPage();
        }

        // The words are the only field of an answer that can be wrong.
        Say(outcome.Problems.Select(problem => problem.Field.Length == 0 ? new FormProblem("", problem.Problem) : new(form.TextField, $"The words: {problem.Problem}")));
        return page;
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Viewer is not { Organisation: { } organisation, Post: { } role } || await Console.Desks.Inboxes.OpenAsync(Id, organisation, role, Viewer.Name) is not { } opened)
            return await NotTheirsAsync(Id);
        Opened = opened;
        (Owed, Forms, Answered) = Read(scope =>
        {
            var clocks = opened.Row.About is { } about && opened.Row.Kind is not ("answer" or "reminder")
                ? scope.ClocksAbout(opened.Row.Sender, about).Where(clock => clock.Organisation == organisation && clock.Role == role).ToList() : [];
            return (
                clocks.Where(clock => clock is { AnsweredAt: null, ClosedAt: null }).OrderBy(clock => clock.LateFrom).Select(clock => InboxReading.Of(clock, Now)).ToList(),
                opened.Closed is null ? AnswerForms.For(opened.Row, clocks) : [], scope.SentAbout(organisation, role, Id));
        });
        return Page();
    }
}
