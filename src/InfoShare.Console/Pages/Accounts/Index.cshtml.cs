using InfoShare.Console.Security;
using InfoShare.Storage.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages.Accounts;

/// <summary>Who may sign in, and what they may do then.</summary>
[Needs(Permissions.ManageAccounts)]
public sealed class IndexModel(ConsoleContext console, AccountDesk desk) : ConsolePage(console)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Roles { get; set; } = [];

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    /// <summary>One that was made now.</summary>
    internal string? Password { get; private set; }

    internal string? PasswordOf { get; private set; }

    internal IReadOnlyList<(AccountRow Row, AccountSecret? Secret)> All { get; private set; } = [];

    internal IEnumerable<string> Organisations => Console.Directory.Organisations.Select(one => one.Id).Distinct().Where(id => Console.Directory.ParticipantServing(id, Console.Today) is not null);

    public void OnGet() => Load();

    public async Task<IActionResult> OnPostMakeAsync() => Show(
        await desk.MakeAsync(new(Name ?? "", Roles, Given(Organisation), Given(Post)), Viewer), Name);

    public async Task<IActionResult> OnPostResetAsync(string token) => Show(await desk.ResetAsync(token, Viewer), NameOf(token));

    public async Task<IActionResult> OnPostCloseAsync(string token) => Show(await desk.SetActiveAsync(token, active: false, Viewer), null);

    public async Task<IActionResult> OnPostOpenAsync(string token) => Show(await desk.SetActiveAsync(token, active: true, Viewer), null);

    private PageResult Show(AccountAnswer answer, string? name)
    {
        if (answer.Problem is { } problem)
            ModelState.AddModelError(answer.Field ?? "", problem);
        (Password, PasswordOf) = (answer.Password, name);
        Load();
        return Page();
    }

    private void Load() => All = Read(scope => scope.Accounts().Select(row => (row, scope.SecretOf(row))).ToList());

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
