using System.Text.Json;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Console.Words;

/// <summary>Why routing turned a message away: the field, and a code. Never what the field held.</summary>
public static class ReasonWords
{
    public static IEnumerable<string> Of(string reasons) =>
        (JsonSerializer.Deserialize<IReadOnlyList<ReceiptReason>>(reasons, WireJson.Options) ?? []).Select(reason => $"{reason.Code}{(reason.Field is { Length: > 0 } field ? $" in {field}" : "")}");
}
