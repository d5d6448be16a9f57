using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Says in plain words what the codes of an episode say. Nothing else of the file is in it.</summary>
internal static class CinFacts
{
    public static string Of(CinEpisode episode, DateOnly referred, IReadOnlyList<OpenPlan> open) =>
        string.Join(' ', [Referral(episode, referred), .. Later(episode), .. open.Select(Plan)]);

    private static string Referral(CinEpisode episode, DateOnly referred)
    {
        var by = episode.Source is { } source ? $" by {CinCodes.ReferralSources[source]}" : "";
        var need = episode.Need is { } code ? $"; primary need: {CinCodes.PrimaryNeeds[code]}" : "";
        return $"Referral to children's social care on {CinDay.Write(referred)}{by}{need}.";
    }

    private static IEnumerable<string> Later(CinEpisode episode)
    {
        if (episode.NoFurtherAction)
            yield return "The referral is recorded as needing no further action; the episode is open.";
        if (episode.Enquiry is { } day)
            yield return $"Enquiry into significant harm (section 47) open since {CinDay.Write(day)}.";
    }

    private static string Plan(OpenPlan plan)
    {
        var name = plan.Type switch
        {
            PlanType.ChildProtection => "Child protection plan",
            PlanType.PreProceedings => "Pre-proceedings",
            _ => "Child in need plan",
        };
        var since = plan.Start is { } start ? $" since {CinDay.Write(start)}" : "";
        var category = plan.Category is { } code ? $", category: {CinCodes.Abuse[code]}" : "";
        return $"{name} open{since}{category}.";
    }
}
