using System.Globalization;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>What happened, in words: the notice's own, and those of its codes. Adults and risk assessments are elsewhere.</summary>
internal static class NoticeFacts
{
    private const int MostActions = 20;

    public static string Of(string type, NoticeFields notice, NoticeFields child)
    {
        var incident = notice.Block("incident");
        IEnumerable<string?> said =
        [
            $"Police notice: {NoticeCodes.Types[type]}.",
            Place(incident.Block("location")),
            incident.Words("circumstances"),
            .. Missing(notice.Block("missing")),
            .. Custody(notice.Block("custody")),
            .. Presence(child),
            .. Crime(incident),
            notice.Texts("actionsTaken", MostActions) is { Count: > 0 } actions ? $"Done so far: {string.Join("; ", actions)}." : null,
            Line("Marking", notice.Block("handling").Text("protectiveMarking", NoticeLimits.Reference)),
        ];
        return string.Join('\n', said.OfType<string>());
    }

    private static string? Place(NoticeFields location)
    {
        var type = location.Code("type", NoticeCodes.Places.Keys, "must be home, other-home, school, public-place, online or other");
        var description = location.Text("description");
        return type is null ? Line("Place", description) : Line($"It happened {NoticeCodes.Places[type]}", description) ?? $"It happened {NoticeCodes.Places[type]}.";
    }

    private static IEnumerable<string?> Missing(NoticeFields missing) =>
    [
        Line("Missing since", Time(missing.Instant("since"))),
        Line("Last seen", missing.Text("lastSeenPlace")),
        Line("Found", Time(missing.Instant("foundAt"))),
        Line("Found at", missing.Text("foundPlace")),
        missing.Flag("returnInterviewOffered") switch
        {
            true => "A return interview was offered.",
            false => "No return interview was offered yet.",
            null => null,
        },
        Line("Earlier missing episodes known to police", missing.Number("episodeCount", 10_000)?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<string?> Custody(NoticeFields custody) =>
    [
        Line("Detained", Time(custody.Instant("detainedAt"))),
        Line("Held at", custody.Text("place")),
        Line("Reason for detention", custody.Text("reason")),
        custody.Flag("appropriateAdult") switch
        {
            true => "An appropriate adult was present.",
            false => "No appropriate adult was present yet.",
            null => null,
        },
        Line("Released", Time(custody.Instant("releasedAt"))),
        Line("Outcome", custody.Text("outcome")),
    ];

    private static IEnumerable<string?> Presence(NoticeFields child) =>
    [
        child.Flag("present") switch { true => "The child was present.", false => "The child was not present.", null => null },
        Line("Where in the house", child.Text("whereInHouse")),
        child.Flag("welfareCheckMade") switch { true => "A welfare check was made.", false => "No welfare check was made.", null => null },
        child.Code("injury", NoticeCodes.Injuries.Keys, "must be none-seen, seen, treated or not-known") is { } injury ? NoticeCodes.Injuries[injury] : null,
    ];

    private static IEnumerable<string?> Crime(NoticeFields incident)
    {
        var why = incident.Text("crimeNotRecordedReason");
        yield return incident.Flag("crimeRecorded") switch
        {
            true => "A crime was recorded.",
            false => Line("No crime was recorded", why) ?? "No crime was recorded.",
            null => null,
        };
        yield return Line("Crime reference", incident.Text("crimeReference", NoticeLimits.Reference));
        yield return Line("Case URN", incident.Text("caseUrn", NoticeLimits.Reference));
    }

    private static string? Line(string name, string? value) => value is null ? null : $"{name}: {value}";

    private static string? Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
