using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
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
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { Plans = found }, WireJson.Options)] : found.Select(one => one.Words()).Append($"{found.Count} plans, {several} children with several"))
                await output.WriteLineAsync(line);
            return 0;
        }, cancellationToken);
    }
}
