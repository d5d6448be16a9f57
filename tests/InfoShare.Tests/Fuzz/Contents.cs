using System.Collections.Concurrent;
using InfoShare.Tests.Formats;

namespace InfoShare.Tests.Fuzz;

/// <summary>What files hold, read once.</summary>
internal static class Contents
{
    /// <summary>Larger ones are left out: a thousand small ones are damaged in the same time.</summary>
    public const int Most = 512 * 1024;

    private static readonly ConcurrentDictionary<string, byte[]> Known = new();

    public static byte[] Of(FormatFile file) => Known.GetOrAdd(file.Path, _ => file.Read());
}
