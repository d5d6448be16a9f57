using System.Collections.Frozen;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>The code lists of the format. Its own, unless a source is named.</summary>
internal static class NoticeCodes
{
    public const string DomesticAbuse = "domestic-abuse";
    public const string General = "child-concern";

    /// <summary>notificationType, in words.</summary>
    public static FrozenDictionary<string, string> Types { get; } = Table(
        (DomesticAbuse, "domestic abuse"), ("missing", "a child is missing"), ("found", "a missing child was found"),
        ("custody", "a child in custody"), (General, "a child came to notice"));

    /// <summary>incident.location.type, as the end of "It happened …".</summary>
    public static FrozenDictionary<string, string> Places { get; } = Table(
        ("home", "at the child's home"), ("other-home", "at another home"), ("school", "at a school"),
        ("public-place", "in a public place"), ("online", "online"), ("other", "elsewhere"));

    /// <summary>children.injury.</summary>
    public static FrozenDictionary<string, string> Injuries { get; } = Table(
        ("none-seen", "No injury was seen."), ("seen", "An injury was seen."),
        ("treated", "An injury was seen and treated."), ("not-known", "It is not known whether the child was injured."));

    /// <summary>incident.factors. Source: DfE CIN census assessment factors.</summary>
    public static FrozenSet<string> Factors { get; } = Set(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18B 18C 19B 19C 20 21 22A 23A 24A");

    /// <summary>Those of domestic abuse: of the child, of a parent or carer, of another in the household.</summary>
    public static FrozenSet<string> DomesticAbuseFactors { get; } = Set("3A 3B 3C");

    /// <summary>incident.categories. Source: DfE CIN census categories of abuse.</summary>
    public static FrozenSet<string> Abuse { get; } = Set("NEG PHY SAB EMO MUL");

    /// <summary>adults.role of those who are not of the household unless the notice says so.</summary>
    public static FrozenSet<string> ThirdPartyRoles { get; } = Set("witness reporter neighbour");

    private static FrozenDictionary<string, string> Table(params (string Code, string Words)[] rows) =>
        rows.ToFrozenDictionary(row => row.Code, row => row.Words);

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet();
}
