using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace InfoShare.Tests.Outside;

/// <summary>What a script said: its exit code, and everything that it wrote.</summary>
public sealed record NodeAnswer(int ExitCode, string Output);

/// <summary>Runs an outside check of tests/node. Where node or its packages are missing, the test is skipped with the reason.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Runs <c>node script args</c> in tests/node.</summary>
    public static NodeAnswer Run(string script, params string[] args)
    {
        var folder = ProjectRoot.Path("tests", "node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "the packages of tests/node are missing: run npm ci there");

        using var node = Start(folder, [script, .. args]);
        node.StandardInput.Close();
        var output = Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        if (!node.WaitForExit(Limit))
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"{script} did not finish within {Limit.TotalSeconds} seconds");
        }

        return new(node.ExitCode, string.Concat(output.GetAwaiter().GetResult()));
    }

    private static Process Start(string folder, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("node", args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("node is missing: install Node 20 or newer");
            throw;
        }
    }
}
