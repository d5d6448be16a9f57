namespace InfoShare.Clocks;

/// <summary>Where the counting begins.</summary>
public enum Counting
{
    /// <summary>
    /// With the day after. Of a period after an event the event's own day is not counted, whatever its hour: Lester v Garland
    /// (1808) 15 Ves Jun 248, Dodds v Walker [1981] 1 WLR 1027. Hours are counted from the moment itself.
    /// </summary>
    After = 1,

    /// <summary>With the day itself, where the source says "beginning with the day".</summary>
    BeginningWith,

    /// <summary>Backwards: at least so long before the day.</summary>
    Before,
}
