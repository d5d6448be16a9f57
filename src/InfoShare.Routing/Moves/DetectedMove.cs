using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Directory;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Moves;

/// <summary>
/// What a message about something else shows of a move: that the child lives, learns, is treated or is met in another area than
/// before. A reorganisation is none. Pure.
/// </summary>
/// <param name="From">GSS code of the authority left.</param>
/// <param name="To">GSS code of the new one; null: it cannot be told.</param>
internal sealed record DetectedMove(MoveSignal Signal, MoveType Type, string From, string? To)
{
    /// <summary>Null where the message shows none, or nobody knew where the child was.</summary>
    /// <param name="before">What was known of the child before the message.</param>
    /// <param name="record">The sender's record before it: what a record says again shows nothing new; null: it is new.</param>
    /// <param name="told">What that record says with it.</param>
    /// <param name="source">The organisation that speaks; null: unknown.</param>
    public static DetectedMove? Of(ChildRow? before, RecordRow? record, ChildRow told, Organisation? source, SharingDirectory directory, DateOnly day)
    {
        if (before?.Area is not { } from)
            return null;
        if (told.Area is { } area)
            return record?.Area != area && Differ(from, area, day) ? new(MoveSignal.Address, MoveType.Permanent, from, area) : null;

        // Without a home told, only who meets the child can show it.
        return source switch
        {
            { Kind: AgencyKind.Police } when record is null && Elsewhere(source, from, day) => new(MoveSignal.PoliceContact, MoveType.Temporary, from, OnlyArea(source)),
            { Kind: AgencyKind.Education, Id: var id } when record is null && id.StartsWith("urn/", StringComparison.Ordinal) && before.School is { } school && id != $"urn/{school}" && Elsewhere(source, from, day) =>
                new(MoveSignal.SchoolJoiner, MoveType.Permanent, from, OnlyArea(source)),
            _ when told.Practice is { } practice && before.Practice is { } left && practice != left && record?.Practice != practice && directory.OrganisationWith($"ods/{practice}", day) is { } at && Elsewhere(at, from, day) =>
                new(MoveSignal.GpRegistration, MoveType.Permanent, from, OnlyArea(at)),
            _ => null,
        };
    }

    private static bool Differ(string from, string to, DateOnly day) => AreaChanges.Between(from, to, day) is AreaChange.Moved;

    private static bool Elsewhere(Organisation organisation, string from, DateOnly day) =>
        organisation.Areas.Count > 0 && organisation.Areas.All(area => Differ(from, area, day));

    private static string? OnlyArea(Organisation organisation) => organisation.Areas is [var only] ? only : null;
}
