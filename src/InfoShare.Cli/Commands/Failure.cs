using System.Text.Json;

namespace InfoShare.Cli.Commands;

/// <summary>Why a command could do nothing: for people on standard error, for programs as the one JSON document.</summary>
internal static class Failure
{
    /// <summary>Says it, and gives the exit code.</summary>
    public static async Task<int> SayAsync(string why, bool json, TextWriter output, TextWriter error)
    {
        await error.WriteLineAsync(why);
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { error = why }, JsonSerializerOptions.Web));
        return 1;
    }
}
