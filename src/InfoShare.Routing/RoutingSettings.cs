using InfoShare.Directory;

namespace InfoShare.Routing;

/// <summary>How routing works; every value has a default that suits one county.</summary>
public sealed record RoutingSettings
{
    /// <summary>The name of this process's audit chain.</summary>
    public string Writer { get; init; } = "routing";

    /// <summary>How many deliveries one participant may have in the broker; urgent ones have as many slots of their own.</summary>
    public int Window { get; init; } = 16;

    /// <summary>After this, a delivery that may have left is sent again.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a delivery waits in the recipient's queue before it comes back.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How often an adapter that reads is probed.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a recipient is asked again what became of a delivery that it has received.</summary>
    public TimeSpan AskAgain { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An ordinary delivery not received for this long is told as late.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>An urgent delivery not received for this long is told as late.</summary>
    public TimeSpan UrgentLateAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A delivery not received for this long is given up, and told.</summary>
    public TimeSpan ExpireAfter { get; init; } = TimeSpan.FromDays(35);

    /// <summary>A delivery that the recipient's queue lost or refused this often has failed, and is told.</summary>
    public int MostAttempts { get; init; } = 50;

    /// <summary>Bodies of settled messages are erased after this.</summary>
    public TimeSpan KeepMessages { get; init; } = TimeSpan.FromDays(42);

    /// <summary>What tells in which area a postcode is.</summary>
    public Postcodes Postcodes { get; init; } = Postcodes.Sample;

    /// <summary>The transport forgets what it holds when the process ends (in-memory).</summary>
    public bool TransportForgets { get; init; } = true;
}
