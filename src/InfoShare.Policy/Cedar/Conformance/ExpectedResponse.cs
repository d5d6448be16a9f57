using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>A request, and what Cedar answers.</summary>
/// <param name="Context">In JSON: what it means depends on the schema.</param>
/// <param name="Conforms">Whether the request must conform to the schema; its context must in any case.</param>
/// <param name="Reasons">Ids of the policies that determine the decision.</param>
/// <param name="Errors">Ids of the policies that err.</param>
public sealed record ExpectedResponse(
    EntityUid Principal, EntityUid Action, EntityUid Resource, string Context, bool Conforms,
    Decision Decision, IReadOnlySet<string> Reasons, IReadOnlySet<string> Errors)
{
    private static readonly string[] Validated = ["validateRequest", "validate_request", "enableRequestValidation"];
    private static readonly string[] Reason = ["reason", "reasons"];

    internal static ExpectedResponse? Read(JsonPlace place)
    {
        var (principal, action, resource) = (Uid("principal"), Uid("action"), Uid("resource"));
        var (context, conforms) = (place.Required("context"), place.Either(Validated) is { } said ? said.Boolean() : true);
        var (decision, reasons, errors) = (ReadDecision(place.Required("decision")), Ids(place.RequiredEither(Reason)), Ids(place.Required("errors")));
        return principal is null || action is null || resource is null || context is null || conforms is null || decision is null || reasons is null || errors is null
            ? null
            : new(principal, action, resource, context.Raw, conforms.Value, decision.Value, reasons, errors);

        EntityUid? Uid(string field) => place.Required(field) is { } uid ? ValueJson.ReadUid(uid) : null;
    }

    /// <summary>The request, read as the schema says; or why Cedar would not decide it.</summary>
    public Parsed<Request> ReadRequest(CedarSchema schema)
    {
        var context = SchemaEntityJson.ReadContext(schema, Action, Context);
        if (!context.IsValid)
            return new(null, context.Errors);
        var request = new Request(Principal, Action, Resource, context.Value);
        var problems = Conforms ? RequestValidator.Problems(schema, request) : [];
        return problems.Count == 0 ? Parsed.Of(request) : new(null, [.. problems.Select(problem => new SyntaxError(0, 0, problem))]);
    }

    /// <summary>What is otherwise in a response, in words; null where it is as expected.</summary>
    public string? Difference(Response response)
    {
        var errors = response.Errors.Select(error => error.PolicyId).ToList();
        return response.Decision == Decision && Reasons.SetEquals(response.Reasons) && Errors.SetEquals(errors)
            ? null
            : $"expected {Words(Decision, Reasons, Errors)}; found {Words(response.Decision, response.Reasons, errors)}";
    }

    private static string Words(Decision decision, IEnumerable<string> reasons, IEnumerable<string> errors) =>
        $"{(decision == Decision.Allow ? "allow" : "deny")} for [{string.Join(", ", reasons)}] with errors in [{string.Join(", ", errors)}]";

    private static Decision? ReadDecision(JsonPlace? place)
    {
        var word = place?.Text();
        if (string.Equals(word, "allow", StringComparison.OrdinalIgnoreCase))
            return Decision.Allow;
        if (string.Equals(word, "deny", StringComparison.OrdinalIgnoreCase))
            return Decision.Deny;
        if (word is not null)
            place!.Fail($"expected `allow` or `deny`, found `{word}`");
        return null;
    }

    private static HashSet<string>? Ids(JsonPlace? place) => place is null ? null : [.. place.Items().Select(id => id.Text()).OfType<string>()];
}
