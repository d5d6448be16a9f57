using InfoShare.Console.Inboxes;

namespace InfoShare.Console.Pages.Inbox;

/// <summary>What the pages of a post's inbox have: whose it is, and why it may not send.</summary>
public abstract class InboxPage(ConsoleContext console) : ConsolePage(console)
{
    protected string Organisation => Viewer.Organisation!;

    protected string Role => Viewer.Post!;

    /// <summary>The organisation by its name.</summary>
    public string OrganisationName => Console.Directory.OrganisationWith(Organisation, Console.Today)?.Name ?? Organisation;

    /// <summary>Null: it may.</summary>
    public string? WhyNotSend => Console.Door.WhyNot(Viewer.Participant ?? "");

    /// <summary>Puts problems of a form on the page.</summary>
    protected void Say(IEnumerable<FormProblem> problems)
    {
        IReadOnlyList<FormProblem> all = [.. problems];
        // As they stand on the page.
        ViewData["Order"] = all.Select(problem => problem.Field).ToList();
        foreach (var problem in all)
            ModelState.AddModelError(problem.Field, problem.Problem);
    }
}
