using InfoShare.Storage;
using InfoShare.Vault;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Pages;

/// <summary>Says what went wrong. Never with the text of an exception: it could hold what was being read.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ProblemModel(ILogger<ProblemModel> log) : PageModel
{
    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet(int? code) => Say(code);

    public void OnPost(int? code) => Say(code);

    private void Say(int? code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        if (failed is not null)
            LogFailed(failed.Endpoint?.DisplayName ?? "no page", failed.Error.GetType().Name, (failed.Error.InnerException ?? failed.Error).GetType().Name);
        if (failed?.Error is StoreUnavailableException)
            (Response.StatusCode, code) = (503, 503);
        (Title, Text) = (code ?? 500) switch
        {
            400 => ("What was sent could not be read", "A form may have been open for too long. Go back, load the page again and repeat what you did."),
            403 => ("You may not do this", "Your account lacks the permission. That you asked is on record. Ask your administrator if you need it."),
            404 => ("There is nothing here", "The address is wrong, or what it names is not yours to see."),
            503 => ("The records cannot be reached", "What you look at must go on record first, and that is not possible now. Try again in a minute."),
            _ => ("Sorry, something went wrong", "It was not your fault. Try again; if it stays, tell whoever looks after InfoShare at what time it happened."),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Page} failed: {Error} ({Cause})")]
    private partial void LogFailed(string page, string error, string cause);
}
