using InfoShare.Console.Hosting;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace InfoShare.Console.Pages;

/// <summary>Signs in.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInDesk desk, IServiceProvider services) : PageModel
{
    private const int Longest = 200;

    /// <summary>Where to go then: an address of this console.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>By which one may sign in as well; null: there is none.</summary>
    internal SignInProvider? Provider => services.GetService<SignInProvider>();

    [BindProperty]
    public string? Name { get; set; }

    public void OnGet(string? refused)
    {
        if (refused is not null)
            ModelState.AddModelError("", "You could not be signed in: the provider did not say who you are, or there is no account of that name");
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? code)
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError("Name", "Enter your name");
        if (string.IsNullOrEmpty(password))
            ModelState.AddModelError("Password", "Enter your password");
        if (!ModelState.IsValid || Name!.Length > Longest || password!.Length > Longest)
            return Page();
        if (await desk.SignInAsync(Name, password, code) is not { } principal)
        {
            ModelState.AddModelError("Name", SignInDesk.Refusal);
            return Page();
        }

        await HttpContext.SignInAsync(Viewer.Scheme, principal);
        return LocalRedirect(Next is { } next && next != "/" && Url.IsLocalUrl(next) ? next : Navigation.HomeOf(Viewer.Of(principal)!));
    }
}
