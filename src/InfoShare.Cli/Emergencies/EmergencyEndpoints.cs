using System.Text.Json;
using InfoShare.Adapters.PickUp;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Emergency;
using InfoShare.Vault;

namespace InfoShare.Cli.Emergencies;

/// <summary>
/// Where a router takes what <c>infoshare emergency</c> asks. A store in files has one writer, the process that has it open;
/// on PostgreSQL others could write, and ask here all the same, so that there is one way.
/// </summary>
internal static class EmergencyEndpoints
{
    public const string Start = "/emergency/start";
    public const string Stop = "/emergency/stop";
    public const string Review = "/emergency/review";

    private const int MostBytes = 64 * 1024;

    public static void MapEmergencies(this WebApplication app, RoutingPart routing)
    {
        Map<EmergencyStart>(app, routing, Start, routing.Emergencies.StartAsync);
        Map<EmergencyStop>(app, routing, Stop, routing.Emergencies.StopAsync);
        Map<EmergencyReview>(app, routing, Review, routing.Emergencies.ReviewAsync);
    }

    private static void Map<T>(WebApplication app, RoutingPart routing, string path, Func<T, Task<EmergencyAnswer>> take) =>
        app.MapPost(path, (HttpRequest request, CancellationToken cancellationToken) => TakeAsync(routing, path, request, take, cancellationToken)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync<T>(
        RoutingPart routing, string path, HttpRequest request, Func<T, Task<EmergencyAnswer>> take, CancellationToken cancellationToken)
    {
        if (await HttpPickUp.ReadBodyAsync(request, MostBytes, cancellationToken) is not { } body)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
        if (!EmergencyProof.Holds(routing.Store.Operators, path, body, request.Headers[EmergencyProof.Header]))
            return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
        try
        {
            return JsonSerializer.Deserialize<T>(body, WireJson.Options) is { } asked
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
