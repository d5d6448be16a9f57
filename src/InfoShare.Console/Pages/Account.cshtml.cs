using System.Security.Claims;
using System.Security.Cryptography;
using InfoShare.Console.Security;
using InfoShare.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace InfoShare.Console.Pages;

/// <summary>One's own password and authenticator.</summary>
public sealed class AccountModel(ConsoleContext console, AccountDesk desk, IDataProtectionProvider protection) : ConsolePage(console)
{
    private readonly ITimeLimitedDataProtector keys = protection.CreateProtector("authenticator key").ToTimeLimitedDataProtector();

    internal bool HasCodes => Read(scope => scope.FindAccount(Viewer.Token) is { } row && scope.SecretOf(row) is { CodeKey: not null });

    internal string Key { get; private set; } = "";

    /// <summary>The same, so that the form can bring it back and nobody else can choose it.</summary>
    internal string SealedKey { get; private set; } = "";

    public void OnGet() => NewKey();

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? @new)
    {
        NewKey();
        var (principal, problem) = await desk.ChangePasswordAsync(Viewer, old ?? "", @new ?? "");
        if (problem is not null)
            ModelState.AddModelError(problem.StartsWith("The present", StringComparison.Ordinal) ? "Old" : "New", problem);
        return await GoOnAsync(principal, "Your password is changed");
    }

    public async Task<IActionResult> OnPostCodeAsync(string? sealedKey, string? code)
    {
        NewKey();
        try
        {
            var principal = await desk.SetCodeAsync(Viewer, Base32.Read(keys.Unprotect(sealedKey ?? "")), code ?? "");
            if (principal is null)
                ModelState.AddModelError("Code", "The code is not right; the key is a new one now");
            return await GoOnAsync(principal, "Your authenticator app is set up");
        }
        catch (CryptographicException)
        {
            ModelState.AddModelError("Code", "The page was open for too long; the key is a new one now");
            return Page();
        }
    }

    private async Task<IActionResult> GoOnAsync(ClaimsPrincipal? principal, string done)
    {
        if (principal is null)
            return Page();
        await HttpContext.SignInAsync(Viewer.Scheme, principal);
        TempData["Done"] = done;
        return Redirect("/permissions");
    }

    private void NewKey()
    {
        Key = Base32.Write(Totp.NewKey());
        SealedKey = keys.Protect(Key, TimeSpan.FromMinutes(15));
    }
}
