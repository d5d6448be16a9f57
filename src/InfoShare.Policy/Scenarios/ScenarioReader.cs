using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Scenarios;

/// <summary>Reads a file of scenarios, and refuses what could pass without saying anything. Pure.</summary>
public static class ScenarioReader
{
    private static readonly string[] Types =
    [
        "concern.raised", "concern.corrected", "child.movedArea", "transfer.requested",
        "attendance.threshold", "appointment.wasNotBrought", "da.notification", "circumstances.changed", "plan.changed", "stopAndReview.requested",
        "meeting.notified", "meeting.recorded", "legal.outcome", "info.requested",
    ];

    /// <summary>Those that can receive, and those that look at the running system or count.</summary>
    private static readonly string[] KnownRoles = [.. Roles.All, "operator", "board-analyst"];

    private static readonly JsonSerializerOptions Options = new(WireJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>All of them; or everything that is wrong with any.</summary>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="text">A JSON list.</param>
    public static (IReadOnlyList<PlacedScenario> Scenarios, IReadOnlyList<PolicyProblem> Problems) Read(string file, string text)
    {
        try
        {
            var scenarios = JsonSerializer.Deserialize<Scenario?[]>(text, Options) ?? [];
            if (scenarios.Contains(null))
                return ([], [new(file, 0, 0, "holds something else than scenarios")]);
            PlacedScenario[] placed = [.. scenarios.Zip(Lines(text), (scenario, line) => new PlacedScenario(file, line, scenario!))];
            PolicyProblem[] problems = [.. placed.SelectMany(Problems), .. Repeated(placed)];
            return problems.Length == 0 ? (placed, []) : ([], problems);
        }
        catch (JsonException e)
        {
            return ([], [new(file, (int)(e.LineNumber + 1 ?? 0), (int)(e.BytePositionInLine + 1 ?? 0), $"is not a list of scenarios: an unknown field, an unknown code or no JSON, at {e.Path}")]);
        }
    }

    private static IEnumerable<PolicyProblem> Problems(PlacedScenario placed)
    {
        var scenario = placed.Scenario;
        if (string.IsNullOrWhiteSpace(scenario.Title))
            yield return At(placed, "has no title");
        if (string.IsNullOrWhiteSpace(scenario.Source))
            yield return At(placed, "has no source");
        if (scenario.MayKnow is null)
            yield return At(placed, "does not say mayKnow");
        if (!KnownRoles.Contains(scenario.Recipient.Role))
            yield return At(placed, $"has the role `{scenario.Recipient.Role}`, which nobody has");
        if (!Types.Contains(scenario.Message.Type))
            yield return At(placed, $"has the type `{scenario.Message.Type}`; it is one of {string.Join(", ", Types)}");
        if (scenario.Message is { Type: "child.movedArea", MoveType: null })
            yield return At(placed, "is about a move and has no moveType");
        if (scenario.Message is { Type: "plan.changed", PlanType: null } or { Type: "plan.changed", PlanChange: null })
            yield return At(placed, "is about a plan and lacks planType or planChange");
    }

    private static IEnumerable<PolicyProblem> Repeated(IReadOnlyList<PlacedScenario> placed) =>
        placed.GroupBy(one => one.Scenario.Title).SelectMany(same => same.Skip(1)).Select(one => At(one, "has the title of one before it"));

    private static PolicyProblem At(PlacedScenario placed, string message) => new(placed.File, placed.Line, 1, message);

    /// <summary>On which line each element of the list begins.</summary>
    private static List<int> Lines(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<int>();
        while (reader.Read())
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 1 })
                lines.Add(bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
        return lines;
    }
}
