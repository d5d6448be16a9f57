using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Episodes as messages of one authority.</summary>
internal sealed class CinDrafts(OrganisationSource speaker, DateOnly asOf)
{
    private const int ChildInNeed = 3;
    private const int SignificantHarm = 4;
    private const int MostMarks = 100;

    private string? Area => speaker.Scheme is "la" ? speaker.Code : null;

    /// <summary>An open episode that was referred lately.</summary>
    public Draft Concern(CinChild child, CinEpisode episode, string key, DateOnly referred)
    {
        var plans = episode.Plans.OpenAfter(asOf);
        var protection = plans.Where(plan => plan.Type is PlanType.ChildProtection).ToList();
        return Draft(child, key, referred, new ConcernRaised
        {
            ConcernId = key,
            LevelOfNeed = protection is [] && episode.Enquiry is null ? ChildInNeed : SignificantHarm,
            Marks = Marks(child, episode),
            Parts = Parts(child, plans) with
            {
                Incident = new IncidentPart
                {
                    ObservedOn = referred,
                    ReferralSource = episode.Source,
                    PrimaryNeed = episode.Need,
                    Categories = [.. protection.Select(plan => plan.Category).OfType<string>().Distinct(StringComparer.Ordinal)],
                    Factors = episode.Factors,
                    Facts = CinFacts.Of(episode, referred, plans),
                },
            },
        });
    }

    /// <summary>A transfer to another authority, lately. The census does not say to which. Plans are those that the transfer ended.</summary>
    public Draft Move(CinChild child, CinEpisode episode, string key, DateOnly closed) => Draft(child, key, closed, new ChildMovedArea
    {
        MoveId = key,
        MoveType = MoveType.Permanent,
        EffectiveDate = closed,
        DetectedBy = MoveSignal.TransferOut,
        FromArea = Area,
        ResponsibilityHeldBy = Area,
        Marks = Marks(child, episode),
        Parts = Parts(child, episode.Plans.OpenAfter(closed.AddDays(-1))),
    });

    /// <summary>An older episode, open or ended by a transfer.</summary>
    public Draft Involvement(CinChild child, CinEpisode episode, string key, DateOnly time) => Draft(child, key, time, new InvolvementRecorded
    {
        InvolvementId = key,
        Since = episode.Referred,
        Until = episode.Closed,
        ClosureReason = episode.Closed is null ? null : episode.ClosureReason,
        Marks = Marks(child, episode),
        Parts = Parts(child, episode.Plans.OpenAfter(asOf)),
    });

    private Draft Draft(CinChild child, string key, DateOnly time, object data) =>
        new(speaker, child.Id!, key, new DateTimeOffset(time, TimeOnly.MinValue, TimeSpan.Zero), data);

    private static MessageParts Parts(CinChild child, IReadOnlyList<OpenPlan> plans) => new()
    {
        Identity = child.Identity,
        Plan = plans is [] ? null : new PlanPart { Plans = plans },
    };

    private static IReadOnlyList<Mark> Marks(CinChild child, CinEpisode episode) => [.. child.Marks.Concat(episode.Marks).Take(MostMarks)];
}
