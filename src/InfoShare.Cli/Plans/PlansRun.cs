using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Plans;
using InfoShare.Storage.Plans;

namespace InfoShare.Cli.Plans;

/// <summary>Runs <c>infoshare plans list</c>; reads the store, also while a router has it open.</summary>
public sealed class PlansRun(TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(PlansOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RecordsReading(output, error).RunAsync(options.Place, scope => scope.Plans(options.All, options.Most).Select(ListedPlan.Of).ToList(), async found =>
        {
            var several = found.Where(plan => plan.State != "over").GroupBy(plan => plan.Child).Count(child => child.Count() > 1);
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { Plans = found }, WireJson.Options)] : found.Select(Words).Append($"{found.Count} plans, {several} children with several"))
                await output.WriteLineAsync(line);
            return 0;
        }, cancellationToken);
    }

    private static string Words(ListedPlan one) => string.Join(", ", ((string?[])
    [
        $"{one.Child}  {one.Type}{(one.Category is null ? "" : $" {one.Category}")} of {one.ManagedBy}", $"since {one.StartedOn ?? "a day not told"}", one.State,
        one.VisitedOn is null ? null : $"last visit {one.VisitedOn}", one.HealthView is null ? null : $"health: {one.HealthView}", one.Told.Count == 0 ? null : $"told: {string.Join(' ', one.Told)}",
    ]).OfType<string>());
}
