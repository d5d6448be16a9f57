using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Vault;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Pages;

/// <summary>What every page has: who looks, and the records.</summary>
public abstract class ConsolePage(ConsoleContext console) : PageModel
{
    protected ConsoleContext Console { get; } = console;

    /// <summary>Who is signed in.</summary>
    public Viewer Viewer => Viewer.Of(User)!;

    public DateTimeOffset Now => Console.Now;

    public T Read<T>(Func<ReadScope, T> read) => Console.Store.Read(read);

    /// <summary>The name that a token of the audit stands for.</summary>
    public string NameOf(string token) => Read(scope => InfoShare.Storage.Emergency.OperatorTable.NameOf(scope, token)) ?? "name not kept";

    /// <summary>There is no such thing, or it is somebody else's: the answer is the same, and on record.</summary>
    protected async Task<IActionResult> NotTheirsAsync(string? about)
    {
        await Console.Store.WriteAsync(scope => Console.Audit(scope, "console-not-found", about ?? "", $"by:{Viewer.Token}"));
        return NotFound();
    }

    /// <summary>The viewer may look at the page, but not do this: on record.</summary>
    protected async Task<IActionResult> RefusedAsync(string what)
    {
        await Console.Store.WriteAsync(scope => Console.Audit(scope, "console-refused", what, $"by:{Viewer.Token}"));
        return StatusCode(403);
    }
}
