using InfoShare.Adapters.PickUp;
using InfoShare.Contracts.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>The concern form by HTTP: a page, and where it is sent. What is sent takes the same way as every request, all or nothing and on disk first.</summary>
public static class ConcernPickUp
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Maps the page under an agency's group.</summary>
    /// <param name="schools">The schools that the participant speaks for: id, such as <c>urn/999998</c>, and name.</param>
    public static void MapConcernForm(this RouteGroupBuilder group, AgencyAdapter adapter, IReadOnlyList<(string Id, string Name)> schools)
    {
        group.MapGet("/concern", () => new PageResult(StatusCodes.Status200OK, ConcernPage.Form(schools, NewReference(), SubmittedForm.Empty, []))).ExcludeFromDescription();
        group.MapGet("/concern/saved", (string? message) => new PageResult(StatusCodes.Status200OK, ConcernPage.Saved(message is not null && adapter.Find(message) is not null ? message : null)))
            .ExcludeFromDescription();
        group.MapPost("/concern", (HttpRequest request, CancellationToken cancellationToken) => PostAsync(adapter, schools, request, cancellationToken)).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(AgencyAdapter adapter, IReadOnlyList<(string Id, string Name)> schools, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsOfThisPage(request))
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "the form must be sent from its own page");
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), FormType, StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: $"the content type must be {FormType}");
        if (await HttpPickUp.ReadBodyAsync(request, SubmittedForm.MostBytes, cancellationToken) is not { } body)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: $"the form must not be larger than {SubmittedForm.MostBytes / 1024} KiB");

        var saved = $"{request.PathBase}/agencies/{adapter.Participant}/concern/saved";
        return await adapter.AcceptAsync(new ConcernFormTranslator(), body) switch
        {
            Acceptance.Accepted { Messages: [var message, ..] } => new SeeOther($"{saved}?message={message}"),
            Acceptance.Accepted => new SeeOther(saved),
            Acceptance.Rejected rejected => Again(StatusCodes.Status400BadRequest, rejected.Problems),
            Acceptance.Conflict conflict => Again(StatusCodes.Status409Conflict, conflict.Problems),
            _ => Again(StatusCodes.Status503ServiceUnavailable, [new("", "It cannot be saved now. Nothing is lost: send it again in a few minutes.")]),
        };

        PageResult Again(int status, IReadOnlyList<Problem> problems)
        {
            var form = SubmittedForm.Read(body) ?? SubmittedForm.Empty;
            return new(status, ConcernPage.Form(schools, form.Text(FormFields.Reference) ?? NewReference(), form, [.. problems.Select(p => new FieldProblem(p.Field, p.What))]));
        }
    }

    /// <summary>
    /// Another site's page must not raise concerns through a browser on this machine: there is no sign-in to stop it.
    /// Browsers say with every form where its page is from; who does not say is no browser and has the JSON to send.
    /// </summary>
    private static bool IsOfThisPage(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        && request.Headers["Sec-Fetch-Site"] is { Count: 0 } or ["same-origin"];

    private static string NewReference() => Guid.NewGuid().ToString("n");

    /// <summary>After a form was taken: the browser gets the next page by a request of its own, so that loading it again sends nothing.</summary>
    private sealed class SeeOther(string where) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = where;
            return Task.CompletedTask;
        }
    }

    /// <summary>A page that no other page may frame, that runs no script, and that no cache keeps.</summary>
    private sealed class PageResult(int status, string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "same-origin";
            headers.XContentTypeOptions = "nosniff";
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
