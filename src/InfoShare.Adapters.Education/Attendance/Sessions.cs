namespace InfoShare.Adapters.Education.Attendance;

/// <summary>How many sessions, which are half days, a pupil could attend, and did.</summary>
/// <param name="Possible">Null where the file gives a percentage alone.</param>
/// <param name="Attended">Late before the register closed is within it. Null where the file gives a percentage alone.</param>
/// <param name="Authorised">Absences that the school authorised.</param>
/// <param name="Unauthorised">Absences that it did not.</param>
/// <param name="Late">Of those attended.</param>
/// <param name="GivenPercent">The percentage that the file gives, for want of counts.</param>
internal sealed record Sessions(decimal? Possible, decimal? Attended, decimal? Authorised, decimal? Unauthorised, decimal? Late, decimal? GivenPercent)
{
    /// <summary>Attended of possible, 0 to 100; null when there is nothing to divide, or to divide by.</summary>
    public decimal? Percent => Possible is > 0 && Attended is { } attended ? attended * 100 / Possible : GivenPercent;

    /// <summary>A tenth or more of the possible sessions missed: the national line of persistent absence.</summary>
    public bool IsPersistentAbsence => Percent <= 90;

    /// <summary>Half or more missed: the national line of severe absence.</summary>
    public bool IsSevereAbsence => Percent <= 50;
}
