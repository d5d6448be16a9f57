using System.Text.Json;
using InfoShare.Adapters.PickUp;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Emergency;
using InfoShare.Routing.Histories;
using InfoShare.Routing.Identity;
using InfoShare.Routing.Incidents;
using InfoShare.Vault;

namespace InfoShare.Cli.Desks;

/// <summary>
/// Where a router takes what operators' commands ask. A store in files has one writer, the process that has it open; on PostgreSQL others
/// could write, and ask here all the same, so that there is one way.
/// </summary>
internal static class DeskEndpoints
{
    public const string EmergencyStart = "/emergency/start";
    public const string EmergencyStop = "/emergency/stop";
    public const string EmergencyReview = "/emergency/review";
    public const string IdentityLook = "/identity/look";
    public const string IdentityDecide = "/identity/decide";
    public const string IdentityUnlink = "/identity/unlink";

    public const string Chronology = "/chronology";
    public const string IncidentRecall = "/incidents/recall";
    public const string IncidentClose = "/incidents/close";

    private const int MostBytes = 64 * 1024;

    public static void MapDesks(this WebApplication app, RoutingPart routing)
    {
        Map<EmergencyStart, EmergencyAnswer>(app, routing, EmergencyStart, routing.Desks.Emergencies.StartAsync);
        Map<EmergencyStop, EmergencyAnswer>(app, routing, EmergencyStop, routing.Desks.Emergencies.StopAsync);
        Map<EmergencyReview, EmergencyAnswer>(app, routing, EmergencyReview, routing.Desks.Emergencies.ReviewAsync);
        Map<IdentityLook, IdentityAnswer>(app, routing, IdentityLook, routing.Desks.Identities.LookAsync);
        Map<IdentityDecide, IdentityAnswer>(app, routing, IdentityDecide, routing.Desks.Identities.DecideAsync);
        Map<IdentityUnlink, IdentityAnswer>(app, routing, IdentityUnlink, routing.Desks.Identities.UnlinkAsync);
        Map<IncidentRecall, IncidentAnswer>(app, routing, IncidentRecall, routing.Desks.Incidents.RecallAsync);
        Map<IncidentClose, IncidentAnswer>(app, routing, IncidentClose, routing.Desks.Incidents.CloseAsync);
        Map<ChronologyAsk, ChronologyAnswer>(app, routing, Chronology, routing.Desks.Chronologies.ReadAsync);
    }

    private static void Map<TAsked, TAnswer>(WebApplication app, RoutingPart routing, string path, Func<TAsked, Task<TAnswer>> take) =>
        app.MapPost(path, (HttpRequest request, CancellationToken cancellationToken) => TakeAsync(routing, path, request, take, cancellationToken)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync<TAsked, TAnswer>(
        RoutingPart routing, string path, HttpRequest request, Func<TAsked, Task<TAnswer>> take, CancellationToken cancellationToken)
    {
        if (await HttpPickUp.ReadBodyAsync(request, MostBytes, cancellationToken) is not { } body)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
        if (!DeskProof.Holds(routing.Store.Operators, path, body, request.Headers[DeskProof.Header]))
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        try
        {
            return JsonSerializer.Deserialize<TAsked>(body, WireJson.Options) is { } asked
                ? TypedResults.Json(await take(asked), WireJson.Options)
                : TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }
        catch (StoreUnavailableException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
