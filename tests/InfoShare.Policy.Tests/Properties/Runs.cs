using System.Globalization;
using FsCheck;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>
/// How many cases a property is tried on, and which. INFOSHARE_POLICY_SEED makes other cases; INFOSHARE_POLICY_CASES says how
/// many the long tests try.
/// </summary>
internal static class Runs
{
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("INFOSHARE_POLICY_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261125;

    private static readonly int ManyCases = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARE_POLICY_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 100_000;

    public static Config Few => Of(3_000);

    /// <summary>Of cases that take no time.</summary>
    public static Config Cheap => Of(20_000);

    /// <summary>Of cases that take long.</summary>
    public static Config Fewer => Of(300);

    public static Config Many => Of(ManyCases);

    /// <summary>The same cases each time that a test is run.</summary>
    public static Rnd Random => new(Seed);

    private static Config Of(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(Random, null)).WithQuietOnSuccess(true);
}
