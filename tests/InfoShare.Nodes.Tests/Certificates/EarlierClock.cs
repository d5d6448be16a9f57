namespace InfoShare.Nodes.Tests.Certificates;

/// <summary>A clock that is late.</summary>
internal sealed class EarlierClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
}
