using System.Data.Common;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Vault;

namespace InfoShare.Cli.Hosting;

/// <summary>Which store a command reads, and how it says what it found.</summary>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record RecordsPlace(string? Data, string? Config, bool Json);

/// <summary>Reads the store for a command, also while a router has it open. Why it could not is one line.</summary>
internal sealed class RecordsReading(TextWriter output, TextWriter error)
{
    /// <summary>Reads, then tells; the exit code is 1 where the records cannot be read, otherwise the teller's.</summary>
    public async Task<int> RunAsync<T>(RecordsPlace place, Func<ReadScope, T> read, Func<T, Task<int>> tell, CancellationToken cancellationToken)
    {
        if (await ConfigurationLoader.LoadAsync(new() { Data = place.Data, Config = place.Config }, error, cancellationToken) is not { } settings)
            return 1;
        T? found = default;
        try
        {
            if (!await StoreOpening.InspectAsync(settings, scope => found = read(scope), cancellationToken))
                return await Failure.SayAsync($"there are no records in {settings.Data}", place.Json, output, error);
        }
        catch (KeysMissingException e)
        {
            return await Failure.SayAsync(e.Message, place.Json, output, error);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return await Failure.SayAsync($"the records cannot be read ({e.GetType().Name})", place.Json, output, error);
        }

        return await tell(found!);
    }
}
