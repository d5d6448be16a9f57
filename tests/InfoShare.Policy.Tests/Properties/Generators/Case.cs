using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Policies with entities and a request.</summary>
internal sealed record Case(IReadOnlyList<CedarPolicy> Policies, IReadOnlyList<Entity> Entities, Request Request)
{
    /// <summary>The policies as text, the rest as JSON: what a failing property shows.</summary>
    public override string ToString() => $"""

        {string.Join("\n", Policies.Select(PolicyPrinter.Print))}
        {CaseJson.Of(Request).ToJsonString()}
        {CaseJson.Of(Entities).ToJsonString()}
        """;
}
