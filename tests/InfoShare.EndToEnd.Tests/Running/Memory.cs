using System.Diagnostics;
using System.Globalization;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>How much memory a process has had in RAM.</summary>
internal static class Memory
{
    private const string Peak = "VmHWM:";

    /// <summary>The most so far, in bytes; 0 when it has ended.</summary>
    public static long PeakOf(Process process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(Peak, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
