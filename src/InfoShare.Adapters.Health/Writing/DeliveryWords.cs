using System.Globalization;
using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>The codes of a delivery in words for the person who reads it.</summary>
internal static class DeliveryWords
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

    /// <summary>What a message of this kind and type is called among events.</summary>
    public static string Event(Delivery delivery) => delivery.Kind switch
    {
        DeliveryKind.Correction => "correction",
        DeliveryKind.Notice => "notice",
        DeliveryKind.Answer => "answer",
        _ when delivery.MessageType == MessageTypes.ChildMovedArea.Name => "child-moved-area",
        _ => string.Concat(delivery.MessageType.Where(c => char.IsAsciiLetterLower(c) || c is '.' or '-').Select(c => c == '.' ? '-' : c)),
    };

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Name and value on one line, or null when there is no value.</summary>
    public static string? Line(string name, string? value) => string.IsNullOrWhiteSpace(value) ? null : $"{name}: {value}";

    /// <summary>The items, or null when there are none.</summary>
    public static string? List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : null;
}
