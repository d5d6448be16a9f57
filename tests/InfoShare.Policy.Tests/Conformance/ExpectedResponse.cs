using System.Text.Json;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Conformance;

/// <summary>A request and what Cedar answers.</summary>
internal sealed record ExpectedResponse(string Description, Request Request, Decision Decision, IReadOnlySet<string> Reasons, IReadOnlySet<string> Errors)
{
    public static ExpectedResponse Read(JsonElement json, JsonShape context)
    {
        return new(
            json.GetProperty("description").GetString()!,
            new(Uid("principal"), Uid("action"), Uid("resource"), EntityJson.ReadRecord(json.GetProperty("context").GetRawText(), context).Value!),
            json.GetProperty("decision").GetString() == "allow" ? Decision.Allow : Decision.Deny,
            Ids("reason"),
            Ids("errors"));

        EntityUid Uid(string field) => EntityJson.ReadUid(json.GetProperty(field).GetRawText()).Value!;
        HashSet<string> Ids(string field) => [.. json.GetProperty(field).EnumerateArray().Select(id => id.GetString()!)];
    }

    /// <summary>Null where the response is the expected one.</summary>
    public string? Difference(Response response) =>
        response.Decision == Decision && Reasons.SetEquals(response.Reasons) && Errors.SetEquals(response.Errors.Select(error => error.PolicyId))
            ? null
            : $"{Description}: expected {Decision} for [{string.Join(',', Reasons)}] with errors [{string.Join(',', Errors)}], " +
              $"got {response.Decision} for [{string.Join(',', response.Reasons)}] with errors [{string.Join(',', response.Errors)}]";
}
