using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Console.Security;

/// <summary>A refusal is on record before it is answered, by a page that says what was refused and why.</summary>
public sealed class AuditedRefusals(ConsoleContext console) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Forbidden && Viewer.Of(context.User) is { } viewer)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            await console.Store.WriteAsync(scope => console.Audit(scope, "console-refused", $"/{route}", $"by:{viewer.Token}"));
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // A stream or a script cannot show a page to sign in at.
        if (authorizeResult.Challenged && context.GetEndpoint()?.Metadata.GetMetadata<NotAPage>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await usual.HandleAsync(next, context, policy, authorizeResult);
    }
}

/// <summary>Marks an endpoint that answers with no page.</summary>
public sealed class NotAPage;
