using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InfoShare.Console.Security;

/// <summary>The cookie of whoever is signed in: half an hour without a page signs out, and so does any change of the account, at the next page.</summary>
internal static class SessionCookie
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void Configure(CookieAuthenticationOptions options, bool https)
    {
        options.Cookie.Name = https ? "__Host-infoshare" : "infoshare";
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax; // Strict would ask whoever follows a link from an e-mail to sign in again
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "next";
        options.Events.OnValidatePrincipal = context =>
        {
            if (context.Principal is null || !context.HttpContext.RequestServices.GetRequiredService<SignInDesk>().StillHolds(context.Principal))
                context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }
}
