using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Whether requests are of a kind that a schema allows.</summary>
/// <remarks>Cedar documentation, "Cedar policy validation", of requests.</remarks>
public static class RequestValidator
{
    /// <summary>All that is wrong with the request; empty where it conforms.</summary>
    public static IReadOnlyList<string> Problems(CedarSchema schema, Request request)
    {
        var values = new ValueConformance(schema);
        if (!schema.Actions.TryGetValue(request.Action, out var action))
            return [$"the action `{Quoted.Entity(request.Action)}` is not declared"];
        return
        [
            .. Problems("principal", request.Principal, action.Principals),
            .. Problems("resource", request.Resource, action.Resources),
            .. values.Problems(request.Context, action.Context, "context"),
        ];

        IEnumerable<string> Problems(string part, EntityUid entity, IReadOnlyList<string> types) => types.Contains(entity.Type)
            ? values.Problems(entity, part)
            : [$"the {part} of `{Quoted.Entity(request.Action)}` must be of {(types.Count == 0 ? "no type: it is in no request" : $"`{string.Join("` or `", types)}`")}, found `{Quoted.Entity(entity)}`"];
    }
}
