namespace InfoShare.Broker;

/// <summary>How a link to the broker is.</summary>
/// <param name="State">Whether messages go through.</param>
/// <param name="Since">From when it has been so.</param>
/// <param name="Reason">A code for logs and status pages, such as <c>unreachable</c>; empty while it is up.</param>
public sealed record LinkHealth(LinkState State, DateTimeOffset Since, string Reason)
{
    /// <summary>Up since a moment.</summary>
    public static LinkHealth UpSince(DateTimeOffset moment) => new(LinkState.Up, moment, "");

    /// <summary>This, or the same with a new beginning if it is something else now.</summary>
    public LinkHealth Now(LinkState state, string reason, DateTimeOffset now) =>
        state == State && reason == Reason ? this : new(state, now, reason);

    /// <summary>The worst of several; the first of the equally bad, so that causes are named before effects.</summary>
    public static LinkHealth Worst(IEnumerable<LinkHealth> parts) => parts.MaxBy(p => p.State)!;
}

/// <summary>Whether messages go through a link; a greater one is worse.</summary>
public enum LinkState
{
    /// <summary>Both ways.</summary>
    Up = 1,

    /// <summary>The broker takes no messages, for want of memory or disk; it still delivers.</summary>
    Blocked,

    /// <summary>Not connected, or not reading what it should; it goes on trying.</summary>
    Down,

    /// <summary>The broker can be reached, yet the link did not recover in many tries. A new process may.</summary>
    Lost,
}
