using System.Globalization;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>Moves of looked-after children as messages of one authority, which stays responsible until another accepts.</summary>
internal sealed class PlacementDrafts(OrganisationSource speaker)
{
    private const int MostMarks = 100;

    private string? Area => speaker.Scheme is "la" ? speaker.Code : null;

    /// <summary>From one placement to the next. Which areas these are, and whether they differ, routing tells from the postcodes.</summary>
    public Draft Placement(Episode episode, Episode home, DateOnly? began) => Move(episode, "ssda903", episode.Start, new()
    {
        MoveId = "",
        MoveType = MoveType.Placement,
        EffectiveDate = episode.Start,
        DetectedBy = MoveSignal.Placement,
        ResponsibilityHeldBy = Area,
        Parts = Parts(episode, began, null, Restricted(episode, home),
            new() { Postcode = episode.Postcode, Use = AddressUse.Home, From = episode.Start },
            new() { Postcode = home.Postcode, Use = AddressUse.Old, From = home.Start, To = episode.Start }),
    });

    /// <summary>Out of the authority's care: taken over by another authority of the United Kingdom (E3), or gone abroad (E16). The return does not say where to.</summary>
    public Draft Departure(Episode episode, DateOnly? began) => Move(episode, "ssda903-end", episode.End!.Value, new()
    {
        MoveId = "",
        MoveType = MoveType.Permanent,
        EffectiveDate = episode.End,
        DetectedBy = episode.ReasonCeased is "E3" ? MoveSignal.TransferOut : MoveSignal.Placement,
        FromArea = Area,
        ResponsibilityHeldBy = Area,
        Parts = Parts(episode, began, episode.End, Restricted(episode), episode.Postcode is null
            ? []
            : [new() { Postcode = episode.Postcode, Use = AddressUse.Old, From = episode.Start, To = episode.End }]),
    });

    private Draft Move(Episode episode, string family, DateOnly day, ChildMovedArea move)
    {
        var key = $"{family}:{episode.Child}:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return new(speaker, episode.Child, key, new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
            move with { MoveId = key, Marks = [.. episode.Marks.Take(MostMarks)] });
    }

    /// <summary>A placement for adoption is confidential, and so is the home that it followed or ended.</summary>
    private static bool? Restricted(params IEnumerable<Episode> episodes) =>
        episodes.Any(e => e.Place is { } place && Ssda903Columns.Adoption.Contains(place)) ? true : null;

    private static MessageParts Parts(Episode episode, DateOnly? began, DateOnly? ended, bool? restricted, params IReadOnlyList<Address> addresses) => new()
    {
        Identity = new()
        {
            Identifiers =
            [
                new() { System = IdentifierSystem.LaChildId, Value = episode.Child, Status = IdentifierStatus.Present },
                new() { System = IdentifierSystem.Local, Value = episode.Child, Status = IdentifierStatus.Present },
            ],
        },
        Address = addresses is [] ? null : new() { Restricted = restricted, Addresses = addresses },
        Plan = new() { Plans = [new() { Type = PlanType.LookedAfter, Start = began, End = ended }] },
    };
}
