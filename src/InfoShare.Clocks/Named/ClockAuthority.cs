namespace InfoShare.Clocks;

/// <summary>Who sets a clock, and so who may change it.</summary>
public enum ClockAuthority
{
    /// <summary>An Act or regulations: a partnership may only be stricter.</summary>
    Law = 1,

    /// <summary>Guidance for the whole of England: a partnership may only be stricter.</summary>
    Guidance,

    /// <summary>Local practice, or a proposal of ours: a partnership decides.</summary>
    Local,
}
