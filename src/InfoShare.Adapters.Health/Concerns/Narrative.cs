using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>One Communication, and what it is about.</summary>
/// <param name="Resource">The Communication.</param>
/// <param name="Subject">
/// Path of its subject, else of the subject of what it is about; <see cref="Narrative.Elsewhere"/> when that is not in the
/// bundle; null when it names none.
/// </param>
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

    /// <summary>Stands for a subject that the bundle does not hold.</summary>
    public const string Elsewhere = "";

    /// <summary>Every Communication that was not a mistake.</summary>
    public static IReadOnlyList<Said> In(FhirBundle bundle) =>
        [.. bundle.Of("Communication").Where(c => c.Text("status") != "entered-in-error").Select(c => One(c, bundle))];

    /// <summary>
    /// The Communications that belong to a sign: about it; or on the same subject and about no other sign that leads; or on
    /// nobody, where the bundle is about one child only.
    /// </summary>
    public static IReadOnlyList<Said> Of(Sign sign, string patient, IReadOnlyList<Said> said, IReadOnlySet<string> leading, bool onlyChild) =>
        [.. said.Where(s => s.Resource.Path == sign.Resource.Path
            || s.About.Contains(sign.Resource.Path)
            || !s.About.Overlaps(leading) && (s.Subject == patient || s.Subject == sign.Subject?.Path || s.Subject is null && onlyChild))];

    /// <summary>The Communications that belong to no child: their text is left out.</summary>
    public static IEnumerable<Said> Unattached(IReadOnlyList<Said> said, IReadOnlySet<string> leading, bool onlyChild) =>
        said.Where(s => (s.Subject == Elsewhere || s.Subject is null && !onlyChild) && !s.About.Overlaps(leading));

    /// <summary>The words of the sign, of the signs that support it and of its Communications; null when there are none.</summary>
    public static string? Text(Sign sign, IReadOnlyList<Sign> supporting, IReadOnlyList<Said> said, Marks marks)
    {
        var words = supporting.Prepend(sign).Where(s => s.Resource.ResourceType != "Communication").SelectMany(s => Notes(s.Resource))
            .Concat(said.SelectMany(s => s.Words));

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
        var about = communication.Each("about").Select(a => bundle.Resolve(a, communication)).OfType<FhirNode>().ToList();
        return new(
            communication,
            Subject(communication, about, bundle),
            about.Select(a => a.Path).ToHashSet(),
            [.. Payload(communication, marks), .. Notes(communication)],
            communication.Time("sent", marks)?.Instant,
            marks);
    }

    private static string? Subject(FhirNode communication, List<FhirNode> about, FhirBundle bundle) =>
        communication.At("subject") is { } subject
            ? bundle.Resolve(subject, communication)?.Path ?? Elsewhere
            : about.Select(a => a.ResourceType == "Patient" ? a : bundle.Resolve(a.At("subject"), a)).FirstOrDefault(a => a is not null)?.Path;

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
