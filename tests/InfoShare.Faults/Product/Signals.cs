using System.Globalization;
using System.Runtime.InteropServices;

namespace InfoShare.Faults.Product;

/// <summary>Signals to a process and all that it has started.</summary>
internal static partial class Signals
{
    /// <summary>SIGKILL: nothing of it runs after this.</summary>
    public static void Kill(int pid) => Send(pid, 9);

    /// <summary>SIGSTOP: it hangs, and its connections stay open.</summary>
    public static void Stop(int pid) => Send(pid, 19);

    /// <summary>SIGCONT.</summary>
    public static void Continue(int pid) => Send(pid, 18);

    private static void Send(int pid, int signal)
    {
        // Found before anything is sent: the children of the dead are nobody's.
        foreach (var each in (int[])[pid, .. DescendantsOf(pid)])
            _ = SendSignal(each, signal);
    }

    private static IEnumerable<int> DescendantsOf(int pid) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(child => ParentOf(child) == pid).ToList()
            .SelectMany(child => DescendantsOf(child).Prepend(child));

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
