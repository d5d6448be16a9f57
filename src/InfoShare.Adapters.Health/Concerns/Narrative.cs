using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>One Communication, and what it is about.</summary>
/// <param name="Resource">The Communication.</param>
/// <param name="Subject">Path of its subject; null when it has none that the bundle holds.</param>
/// <param name="About">Paths of what it is about.</param>
/// <param name="Words">Its payload, then its notes.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Marks">What of it could not be used.</param>
internal sealed record Said(
    FhirNode Resource, string? Subject, IReadOnlySet<string> About, IReadOnlyList<string> Words, DateTimeOffset? Sent, Marks Marks);

/// <summary>Gathers what is said about a sign.</summary>
internal static class Narrative
{
    /// <summary>Characters of the narrative at the most: the contract's limit.</summary>
    private const int Longest = 20_000;

    /// <summary>Every Communication that was not a mistake.</summary>
    public static IReadOnlyList<Said> In(FhirBundle bundle) =>
        [.. bundle.Of("Communication").Where(c => c.Text("status") != "entered-in-error").Select(c => One(c, bundle))];

    /// <summary>
    /// The Communications that belong to a sign: about it; or on the same subject and about no other sign; or on nobody,
    /// where the bundle is about one child only. Never one whose subject is somebody else.
    /// </summary>
    public static IReadOnlyList<Said> Of(Sign sign, string patient, IReadOnlyList<Said> said, IReadOnlySet<string> signs, bool onlyChild) =>
        [.. said.Where(s => s.Resource.Path == sign.Resource.Path
            || (s.Subject is null || s.Subject == patient || s.Subject == sign.Subject?.Path)
            && (s.About.Contains(sign.Resource.Path) || !s.About.Overlaps(signs) && (s.Subject is not null || onlyChild)))];

    /// <summary>The words of the sign and of its Communications, in order; null when there are none.</summary>
    public static string? Text(Sign sign, IReadOnlyList<Said> said, Marks marks)
    {
        var words = said.SelectMany(s => s.Words);
        if (sign.Resource.ResourceType != "Communication")
            words = Notes(sign.Resource).Concat(words);

        var text = "";
        foreach (var word in words.Distinct())
        {
            text = text.Length == 0 ? word : $"{text}\n\n{word}";
            if (text.Length <= Longest)
                continue;
            marks.Add(sign.Resource.Path, $"must not carry more than {Longest} characters of text; the rest was left out");
            return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        return text.Length == 0 ? null : text;
    }

    private static Said One(FhirNode communication, FhirBundle bundle)
    {
        var marks = new Marks();
        return new(
            communication,
            bundle.Resolve(communication.At("subject"), communication)?.Path,
            communication.Each("about").Select(a => bundle.Resolve(a, communication)?.Path).OfType<string>().ToHashSet(),
            [.. Payload(communication, marks), .. Notes(communication)],
            communication.Time("sent", marks)?.Instant,
            marks);
    }

    private static IEnumerable<string> Payload(FhirNode communication, Marks marks)
    {
        foreach (var payload in communication.Each("payload"))
        {
            if (payload.Text("contentString") is { } text)
                yield return text;
            else
                marks.Add(payload.Path, "must be contentString; other content is not carried");
        }
    }

    private static IEnumerable<string> Notes(FhirNode resource) =>
        resource.Each("note").Select(n => n.Text("text"))
            .Concat(resource.Each("reasonCode").Select(r => r.Text("text")))
            .OfType<string>();
}
