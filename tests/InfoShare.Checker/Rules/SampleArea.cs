namespace InfoShare.Checker.Rules;

/// <summary>One of the two areas of the sample directory, read from that file by hand.</summary>
/// <param name="Name">How its participants' ids end.</param>
/// <param name="Gss">Code of its authority.</param>
/// <param name="Trust">Where its nurses and doctors are.</param>
/// <param name="Schools">Their URNs.</param>
public sealed record SampleArea(string Name, string Gss, string Trust, string Force, IReadOnlyList<string> Schools)
{
    public static SampleArea Cumberland { get; } = new("cumberland", "E06000063", "ods/ZZ999", "police/03", ["999998", "999996"]);

    public static SampleArea Suffolk { get; } = new("suffolk", "E10000029", "ods/ZZ998", "police/37", ["999999", "999997"]);

    public static IReadOnlyList<SampleArea> All { get; } = [Cumberland, Suffolk];

    /// <summary>All participants, who each have a folder.</summary>
    public static IReadOnlyList<string> Participants { get; } =
        [.. from kind in (string[])["education", "health", "police", "social-care"] from area in All select $"{kind}-{area.Name}"];

    public string Authority => $"la/{Gss}";

    public static SampleArea Of(string gss) => All.Single(a => a.Gss == gss);

    /// <summary>The participant that serves an organisation.</summary>
    public static string ParticipantOf(string organisation)
    {
        var area = All.Single(a => organisation == a.Authority || organisation == a.Trust || organisation == a.Force || a.Schools.Any(s => organisation == $"urn/{s}"));
        var kind = organisation.Split('/')[0] switch { "urn" => "education", "ods" => "health", "police" => "police", _ => "social-care" };
        return $"{kind}-{area.Name}";
    }
}
