using InfoShare.Policy.Cedar.Authorization;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>What two authorizers must agree on: the decision, the policies that determined it and those that erred, in any order.</summary>
internal sealed record Answer(Decision Decision, string Reasons, string Erring)
{
    public Answer(Decision decision, IEnumerable<string> reasons, IEnumerable<string> erring)
        : this(decision, Sorted(reasons), Sorted(erring)) { }

    public static Answer Of(Response response) => new(response.Decision, response.Reasons, response.Errors.Select(error => error.PolicyId));

    private static string Sorted(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
}
