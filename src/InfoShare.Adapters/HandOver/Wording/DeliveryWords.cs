using System.Globalization;
using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>The codes of a delivery in words for the person who reads it.</summary>
public static class DeliveryWords
{
    private static readonly string[] Levels =
        ["0, information", "1, universal", "2, early help", "3, child in need (s.17)", "4, significant harm (s.47)", "5, immediate protection"];

    /// <summary>The code of an enum as on the wire: <c>not-safe-to-ask</c>.</summary>
    public static string Code<T>(T value) where T : struct, Enum => JsonSerializer.Serialize(value, WireJson.Options).Trim('"');

    /// <summary>The kind of agency.</summary>
    public static string Agency(AgencyKind kind) => kind switch
    {
        AgencyKind.Education => "Education agency",
        AgencyKind.Health => "Health agency",
        AgencyKind.Police => "Police",
        _ => "Social care agency",
    };

    /// <summary>The level of need; unknown is said.</summary>
    public static string Level(int? level) =>
        level is >= 0 and <= 5 ? Levels[level.Value] : "unknown, to be treated as a risk of significant harm";

    /// <summary>A part of a message.</summary>
    public static string Part(PartName part) => part switch
    {
        PartName.ChildVoice => "child's voice",
        PartName.ThirdParty => "third party",
        _ => part.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    /// <summary>An instant with its offset.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A day: yyyy-MM-dd.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The items with commas; null when there are none.</summary>
    public static string? List(params IEnumerable<string?> items) =>
        string.Join(", ", items.Where(item => !string.IsNullOrWhiteSpace(item))) is { Length: > 0 } list ? list : null;
}
