namespace InfoShare.Adapters.Education.Ctf;

/// <summary>When the pupil left, or will leave, the school that wrote the file.</summary>
/// <param name="On"><c>LeavingDate</c>; null when it is there and is no day.</param>
/// <param name="Field">Where it stands.</param>
internal sealed record CtfLeaving(DateOnly? On, string Field)
{
    /// <summary>
    /// By the entry of <c>SchoolHistory</c> that is marked as the last school, or that was left last, if it is the school that
    /// wrote the file. Null when there is none: the pupil is not leaving it.
    /// </summary>
    public static CtfLeaving? Read(CtfFields pupil, CtfSchool source)
    {
        var left = pupil.Block("SchoolHistory").Each("School").Select(Entry).Where(entry => entry.Leaving is not null).ToList();
        var last = left.Where(entry => entry.IsLast).ToList();
        var candidates = last.Count > 0 ? last : [.. left.OrderByDescending(entry => entry.Leaving!.On ?? DateOnly.MaxValue).Take(1)];
        return candidates.FirstOrDefault(entry => entry.School.IsSameAs(source)).Leaving;
    }

    private static (CtfSchool School, bool IsLast, CtfLeaving? Leaving) Entry(CtfFields school, int index) => (
        CtfSchool.Read(school),
        school.Flag("LastSchool") is true,
        school.Text("LeavingDate") is { } text ? new(CtfDay.Read(text), $"SchoolHistory/School[{index + 1}]/LeavingDate") : null);
}
