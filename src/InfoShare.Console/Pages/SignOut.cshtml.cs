using InfoShare.Console.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages;

/// <summary>Signs out.</summary>
[AllowAnonymous]
public sealed class SignOutModel(ConsoleContext console) : PageModel
{
    public IActionResult OnGet() => Viewer.Of(User) is null ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Viewer.Of(User) is { } viewer)
            await console.Store.WriteAsync(scope => console.Audit(scope, "signed-out", viewer.Token, ""));
        await HttpContext.SignOutAsync(Viewer.Scheme);
        return Redirect("/sign-out");
    }
}
