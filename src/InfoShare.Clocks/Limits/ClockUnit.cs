namespace InfoShare.Clocks;

/// <summary>What a clock counts.</summary>
public enum ClockUnit
{
    /// <summary>Hours that pass, whatever the clocks on the wall do.</summary>
    Hours = 1,

    /// <summary>Every day.</summary>
    Days,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Calendar months by the corresponding date; where the month has none, its last day: Dodds v Walker [1981] UKHL, 1 WLR 1027.</summary>
    Months,

    /// <summary>Days in England that are neither Saturday, Sunday nor a bank holiday.</summary>
    WorkingDays,

    /// <summary>Days on which the school has pupils in.</summary>
    SchoolDays,

    /// <summary>To the start of the school's day on the next school day.</summary>
    StartOfSchoolDay,
}
