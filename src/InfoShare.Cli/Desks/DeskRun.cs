using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Cli.Desks;

/// <summary>Asks a router, and says what came of it: exit code 0 when it was done.</summary>
internal sealed class DeskRun(TextWriter output, TextWriter error)
{
    /// <param name="refused">An answer that only says why nothing was done.</param>
    /// <param name="problem">Why nothing was done; null: it was.</param>
    /// <param name="words">The answer for people.</param>
    public async Task<int> RunAsync<TAsked, TAnswer>(
        DeskPlace place, string path, TAsked asked, Func<string, TAnswer> refused, Func<TAnswer, string?> problem, Func<TAnswer, IEnumerable<string>> words,
        CancellationToken cancellationToken)
    {
        var options = new RunOptions { Data = place.Data, Config = place.Config, Port = place.Port };
        if (await ConfigurationLoader.LoadAsync(options, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var answer = await DeskCall.AskAsync(settings, path, asked, refused, cancellationToken);
            if (problem(answer) is { } why)
                return await Failure.SayAsync(why, place.Json, output, error);
            foreach (var line in place.Json ? [JsonSerializer.Serialize(answer, WireJson.Options)] : words(answer))
                await output.WriteLineAsync(line);
            return 0;
        }
        catch (KeysMissingException e)
        {
            return await Failure.SayAsync(e.Message, place.Json, output, error);
        }
    }
}
