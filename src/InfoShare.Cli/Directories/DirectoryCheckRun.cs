using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Files;

namespace InfoShare.Cli.Directories;

/// <summary>Runs <c>infoshare directory check FILE</c>. Exit code 0 for a good file, 1 otherwise.</summary>
public sealed class DirectoryCheckRun(Func<string, DirectoryFindings> check, TextWriter output, TextWriter error)
{
    private const int MostBytes = 8 * 1024 * 1024;

    public async Task<int> RunAsync(DirectoryOptions options, CancellationToken cancellationToken)
    {
        var file = await TextFile.ReadAsync(options.File, MostBytes, cancellationToken);
        if (file.Text is not { } text)
            return await Failure.SayAsync(file.Problem!, options.Json, output, error);

        var findings = check(text);
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(findings.Problems, JsonSerializerOptions.Web));
        else
            foreach (var line in findings.Lines)
                await output.WriteLineAsync(line);
        return findings.Problems.Count == 0 ? 0 : 1;
    }
}
