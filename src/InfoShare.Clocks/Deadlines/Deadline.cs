namespace InfoShare.Clocks;

/// <summary>When something must have been done, or why that cannot be said.</summary>
public abstract record Deadline
{
    private Deadline()
    {
    }

    /// <summary>It must have been done by then.</summary>
    /// <param name="At">The last instant in time, to the second and with England's offset. That second counts whole.</param>
    /// <param name="Calendar">The calendar it was counted by: <c>hours</c>, <c>calendar-days</c>, <c>england-working-days</c>, or <c>school-days</c> and the school.</param>
    /// <param name="Source">Where the limit is set.</param>
    public sealed record Due(DateTimeOffset At, string Calendar, string Source) : Deadline
    {
        /// <summary>The first instant that is late.</summary>
        public DateTimeOffset LateFrom => At.AddSeconds(1);
    }

    /// <summary>The clock stands, so there is no deadline yet.</summary>
    /// <param name="Since">Since when.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(DateTimeOffset Since, string Reason) : Deadline;

    /// <summary>It cannot be said, and must not be guessed.</summary>
    /// <param name="Code">A code of <see cref="ClockFaults"/>.</param>
    /// <param name="Missing">What is missing, in words.</param>
    public sealed record Fault(string Code, string Missing) : Deadline;
}
