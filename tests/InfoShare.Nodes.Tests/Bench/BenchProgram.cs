using System.Diagnostics;
using System.Text.Json;

namespace InfoShare.Nodes.Tests.Bench;

/// <summary>The bench as it is built beside the tests.</summary>
internal static class BenchProgram
{
    private static string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", "InfoShare.Bench", new DirectoryInfo(AppContext.BaseDirectory).Name, "InfoShare.Bench"));

    /// <summary>Runs it to its end; returns its JSON document.</summary>
    public static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Path), "the bench is not built: dotnet build InfoShare.sln");
        using var bench = Process.Start(new ProcessStartInfo(Path, [.. arguments, "--json"]) { RedirectStandardOutput = true })!;
        var output = await bench.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bench.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, bench.ExitCode);
        using var result = JsonDocument.Parse(output);
        return result.RootElement.Clone();
    }
}
