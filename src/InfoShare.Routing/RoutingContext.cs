using InfoShare.Clocks;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Policies;
using InfoShare.Storage;

namespace InfoShare.Routing;

/// <summary>What every step of routing needs.</summary>
internal sealed record RoutingContext(
    RoutingStore Store, SharingDirectory Directory, PoliciesInForce Policies, RoutingSettings Settings, TimeProvider Clock)
{
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The policy set that decides at that time. Asked by the time of the facts, so that a decision and its record name the same.</summary>
    public SharingPolicy PolicyAt(DateTimeOffset at) => Policies.Now.At(at);

    /// <summary>The day in England, by which the directory's dates are read.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => London.DayOf(at);

    /// <summary>The first instant of a day in England, UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => London.StartOf(day).ToUniversalTime();
}
