using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoShare.Console.Security;

/// <summary>
/// That somebody looked is on record before they see: which page, of what, who. What cannot be recorded is not shown. Whoever must change
/// their password first does that, and nothing else.
/// </summary>
public sealed class AuditedViews(ConsoleContext console) : IAsyncPageFilter
{
    private const string ChangePage = "/Account";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var page = context.ActionDescriptor;
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            // A form that no page has.
            context.Result = new NotFoundResult();
            return;
        }

        if (Viewer.Of(context.HttpContext.User) is { } viewer && !page.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            if (viewer.MustChange && page.ViewEnginePath != ChangePage)
            {
                context.Result = new RedirectToPageResult(ChangePage);
                return;
            }

            var handler = context.HandlerMethod is { HttpMethod: "Post" } post ? $" {post.HttpMethod} {post.Name}".TrimEnd() : "";
            await console.Store.WriteAsync(scope => console.Audit(scope, "console-viewed", AboutOf(page, context.RouteData.Values), $"{page.ViewEnginePath}{handler} by:{viewer.Token}"));
        }

        await next();
    }

    /// <summary>The id in the address, so that whoever asks who looked finds it; where there is none, what else is in it, or the page.</summary>
    private static string AboutOf(CompiledPageActionDescriptor page, Microsoft.AspNetCore.Routing.RouteValueDictionary values) =>
        $"{values["id"] ?? values.FirstOrDefault(value => value.Key is not ("page" or "handler" or "area")).Value}" is { Length: > 0 } id ? id : page.ViewEnginePath;
}
