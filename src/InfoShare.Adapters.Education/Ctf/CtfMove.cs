using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>A leaver as a move.</summary>
internal static class CtfMove
{
    private const int MostMarks = 100;

    private static readonly PlanPart LookedAfter = new() { Plans = [new() { Type = PlanType.LookedAfter }] };

    /// <summary>The move of a pupil who left on <paramref name="left"/>, or will.</summary>
    public static ChildMovedArea Of(CtfHeader header, CtfPupil pupil, DateOnly left, string key, DateOnly asOf)
    {
        var marks = new List<Mark>(header.Marks.Concat(pupil.Marks));
        var from = Area(header.Source, "SourceSchool", marks);
        var to = Area(header.Destination, "DestSchool", marks);
        return new()
        {
            MoveId = key,
            MoveType = TypeOf(header, left > asOf),
            EffectiveDate = left,
            DetectedBy = MoveSignal.SchoolLeaver,
            FromArea = from,
            ToArea = to,
            ResponsibilityHeldBy = pupil.Care?.Authority ?? from,
            Marks = [.. marks.Distinct().Take(MostMarks)],
            Parts = new()
            {
                Identity = pupil.Identity,
                Address = pupil.Address,
                Household = pupil.Household,
                Plan = pupil.Care is null ? null : LookedAfter,
                Education = School(header.Destination, left > asOf),
            },
        };
    }

    private static MoveType TypeOf(CtfHeader header, bool planned) => header switch
    {
        _ when planned => MoveType.Planned,
        { Destination.IsUnknown: true } => MoveType.UnknownWhereabouts,
        { Source.Authority: { } authority } when authority == header.Destination.Authority => MoveType.SchoolOnly,
        _ => MoveType.Permanent,
    };

    /// <summary>The new school by its URN. Until the child goes there it is not the child's school, and concerns must not go to it.</summary>
    private static EducationPart? School(CtfSchool destination, bool planned) =>
        planned || destination.Urn is null ? null : new() { SchoolUrn = destination.Urn };

    private static string? Area(CtfSchool school, string name, List<Mark> marks)
    {
        var area = AuthorityCodes.Gss(school.Authority);
        if (area is null && school is { Authority: not null, IsUnknown: false, IsOutOfSector: false })
            marks.Add(new() { Field = $"Header/{name}/LEA", Problem = "must be the code of an authority that this release knows; the area was left out" });
        return area;
    }
}
