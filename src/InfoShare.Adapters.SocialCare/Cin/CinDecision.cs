using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>What becomes of each record of one file: docs/formats-social-care.md, line by line.</summary>
internal sealed class CinDecision(OrganisationSource speaker, DateOnly asOf, int recentDays)
{
    private static readonly IReadOnlyList<string> Blocks = ["ChildIdentifiers", "ChildCharacteristics", "CINdetails"];

    private readonly CinKeys keys = new();
    private readonly CinDrafts drafts = new(speaker, asOf);

    /// <summary>The outcomes of the n-th child: one for each episode, or one when there is none.</summary>
    public IEnumerable<RecordTranslation> Of(XElement element, int n)
    {
        var place = $"child {n}";
        if (element.Name.LocalName is not "Child")
            return [new RecordTranslation.Quarantined(place, new FieldProblem($"Child[{n}]", "must be an element named Child"))];

        var child = CinChild.Read(element, asOf);
        var episodes = CinFields.Elements(element, "CINdetails").ToList();
        if (episodes is [])
            return [WithoutEpisode(element, child, place, $"Child[{n}]")];
        return episodes.Select((e, i) => Of(child, CinEpisode.Read(e, asOf), $"{place}, episode {i + 1}", $"Child[{n}]", i + 1));
    }

    private RecordTranslation Of(CinChild child, CinEpisode episode, string place, string path, int number)
    {
        if (Personal(child, place, path) is { } personal)
            return personal;
        if (episode.Referred is not { } referred)
            return new RecordTranslation.Quarantined(place, new FieldProblem(
                $"{path}/CINdetails[{number}]/CINreferralDate", $"{CinDay.Form}, and {CinDay.NotYet}"));

        var key = keys.Referral(child.Id!, referred);
        return episode switch
        {
            { Closed: null } when IsRecent(referred) => new RecordTranslation.Messages(place, drafts.Concern(child, episode, key, referred)),
            { Closed: null } => new RecordTranslation.Messages(place, drafts.Involvement(child, episode, key, referred)),
            { ClosureReason: "RC5", Closed: { } closed } => Transferred(child, episode, place, key, closed),
            { ClosureReason: null } => new RecordTranslation.NothingToSend(place, CinReasons.ClosedUnclear),
            _ => new RecordTranslation.NothingToSend(place, CinReasons.Closed),
        };
    }

    private RecordTranslation.Messages Transferred(CinChild child, CinEpisode episode, string place, string key, DateOnly closed)
    {
        var move = keys.Transfer(child.Id!, closed);
        return new(place, IsRecent(closed) ? drafts.Move(child, episode, move, closed) : drafts.Involvement(child, episode, key, closed));
    }

    /// <summary>What the child alone decides, whatever the episode; null when nothing.</summary>
    private static RecordTranslation? Personal(CinChild child, string place, string path) => child switch
    {
        { Id: null } => new RecordTranslation.Quarantined(place, new FieldProblem(
            $"{path}/ChildIdentifiers/LAchildID", "is required, with at most 40 characters")),
        { HasDied: true } => new RecordTranslation.NothingToSend(place, CinReasons.HasDied),
        { IsAdult: true } => new RecordTranslation.NothingToSend(place, CinReasons.Adult),
        _ => null,
    };

    /// <summary>A child without an episode says nothing, unless what it has instead may be a misnamed episode.</summary>
    private static RecordTranslation WithoutEpisode(XElement element, CinChild child, string place, string path) =>
        Personal(child, place, path)
        ?? (element.Elements().All(e => Blocks.Contains(e.Name.LocalName))
            ? new RecordTranslation.NothingToSend(place, CinReasons.NoEpisode)
            : new RecordTranslation.Quarantined(place, new FieldProblem($"{path}/CINdetails", "is required where the child has other elements than the census's")));

    private bool IsRecent(DateOnly day) => asOf.DayNumber - day.DayNumber is var days && days >= 0 && days <= recentDays;
}
