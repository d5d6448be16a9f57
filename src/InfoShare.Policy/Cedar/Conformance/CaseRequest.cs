using System.Text.Json;
using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>A request as a case's file has it.</summary>
/// <param name="Name">Its description, or its place from 0 where it has none.</param>
public sealed record CaseRequest(string Name, Parsed<ExpectedResponse> Expected)
{
    /// <summary>What is wrong with one request is not held against the others, so each is read for itself.</summary>
    internal static CaseRequest Read(JsonPlace place, int index) => new(
        place.Field("description") is { Kind: JsonValueKind.String } description ? description.Text()! : $"request {index}",
        JsonText.Read(place.Raw, JsonText.DeepestValues + 1, ExpectedResponse.Read));
}
