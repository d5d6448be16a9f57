using InfoShare.Console.Inboxes;
using InfoShare.Console.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>Raises a concern: a form, a summary to look at, and then it is sent. What was written stays on the page and is nowhere else until then.</summary>
[Needs(Permissions.UseInbox)]
public sealed class ConcernModel(ConsoleContext console, PostBox post) : InboxPage(console)
{
    [BindProperty]
    public ConcernForm Form { get; set; } = new();

    /// <summary>The summary is shown, not the form.</summary>
    internal bool IsChecking { get; private set; }

    internal IEnumerable<(string Label, string Value)> Summary => ConcernSummary.Of(Form, Console.Today);

    public void OnGet() => Form = new() { Reference = PostBox.NewReference() };

    public PageResult OnPostCheck()
    {
        Renew();
        IsChecking = IsGood();
        return Page();
    }

    /// <summary>Back from the summary.</summary>
    public void OnPostChange() => Renew();

    public async Task<IActionResult> OnPostSendAsync()
    {
        Renew();
        if (!IsGood())
            return Page();
        var outcome = await post.SendAsync(Viewer, Posted());
        if (outcome.MessageId is { } message)
            return RedirectToPage("/Inbox/SentOne", new { id = message });
        Say(outcome.Problems.Select(Of));
        return Page();
    }

    private bool IsGood()
    {
        Say(ConcernReading.ProblemsOf(Form, Console.Today));
        if (ModelState.IsValid)
            Say(post.ProblemsOf(Viewer, Posted()).Select(Of));
        return ModelState.IsValid;
    }

    private Posted Posted() => new(Form.Reference!, ConcernReading.Read(Form, Organisation, Role, Console.Store.Ids.Of("inbox-concern", Organisation, Role, Form.Reference!), Console.Today), null);

    private void Renew()
    {
        if (!PostBox.IsReference(Form.Reference))
            Form = Form with { Reference = PostBox.NewReference() };
    }

    private static FormProblem Of(Contracts.Wire.FieldProblem problem) => ConcernWords.FieldOf(problem.Field) is { Length: > 0 } field
        ? new(field, $"{ConcernWords.Labels.GetValueOrDefault(field) ?? ConcernWords.Labels[field[..^3]]}: {problem.Problem}")
        : new("", problem.Field.Length == 0 ? problem.Problem : "Something on the form cannot be sent. Telephone instead, and tell whoever looks after InfoShare.");
}
