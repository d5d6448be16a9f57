using InfoShare.Adapters.PickUp;
using InfoShare.Contracts.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Adapters.Health;

/// <summary>FHIR messaging by HTTP: <c>POST fhir/$process-message</c>, in JSON or XML; answered by an OperationOutcome in JSON. Source: FHIR R4 messaging.</summary>
public static class FhirPickUp
{
    private const string FhirJson = "application/fhir+json";
    private static readonly string[] Types =
        [FhirJson, "application/json", "application/json+fhir", "application/fhir+xml", "application/xml", "application/xml+fhir", "text/xml"];

    /// <summary>Maps the endpoint under an agency's group.</summary>
    public static void MapFhir(this RouteGroupBuilder group, AgencyAdapter adapter) =>
        group.MapPost("/fhir/$process-message", (HttpRequest request, CancellationToken cancellationToken) => PostAsync(adapter, request, cancellationToken))
            .WithName($"{adapter.Participant}-process-message")
            .WithSummary("Hands in a FHIR R4 message bundle.")
            .WithDescription("202 says that its messages are on disk. Every answer is an OperationOutcome in JSON.")
            // Any: a wrong type is answered here, by an OperationOutcome, and not by the framework.
            .Accepts<object>(Types[0], [.. Types[1..], "*/*"])
            .Produces<object>(StatusCodes.Status202Accepted, FhirJson)
            .Produces<object>(StatusCodes.Status400BadRequest, FhirJson)
            .Produces<object>(StatusCodes.Status409Conflict, FhirJson)
            .Produces<object>(StatusCodes.Status413PayloadTooLarge, FhirJson)
            .Produces<object>(StatusCodes.Status415UnsupportedMediaType, FhirJson)
            .Produces<object>(StatusCodes.Status503ServiceUnavailable, FhirJson);

    /// <summary>One process serves several participants, each under a base of its own; who posts to none of them is told where they are.</summary>
    public static void MapWhereFhirIs(this IEndpointRouteBuilder routes, IReadOnlyList<string> participants) =>
        routes.MapPost("/fhir/$process-message", () => Outcome(StatusCodes.Status404NotFound,
            [new("", $"must be sent to its participant: {string.Join(", ", participants.Select(p => $"/agencies/{p}/fhir/$process-message"))}")]))
            .ExcludeFromDescription();

    private static async Task<IResult> PostAsync(AgencyAdapter adapter, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!Types.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            return Outcome(StatusCodes.Status415UnsupportedMediaType, []);
        if (await HttpPickUp.ReadBodyAsync(request, adapter.MostBytes, cancellationToken) is not { } body)
            return Outcome(StatusCodes.Status413PayloadTooLarge, []);

        return await adapter.AcceptAsync(new FhirTranslator(), body) switch
        {
            Acceptance.Accepted accepted => new FhirResult(StatusCodes.Status202Accepted, OperationOutcomes.Accepted(accepted.Messages)),
            Acceptance.Rejected rejected => Outcome(StatusCodes.Status400BadRequest, Fields(rejected.Problems)),
            Acceptance.Conflict conflict => Outcome(StatusCodes.Status409Conflict, Fields(conflict.Problems)),
            _ => Outcome(StatusCodes.Status503ServiceUnavailable, []),
        };
    }

    private static FieldProblem[] Fields(IEnumerable<Problem> problems) => [.. problems.Select(p => new FieldProblem(p.Field, p.What))];

    private static FhirResult Outcome(int status, IReadOnlyList<FieldProblem> problems) => new(status, OperationOutcomes.For(status, problems));

    private sealed class FhirResult(int status, byte[] body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = FhirJson;
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
