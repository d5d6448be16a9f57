using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Deciding;

/// <summary>What a set says of one question.</summary>
/// <param name="Permits">Those that allow it. Empty where something forbids it.</param>
/// <param name="Forbids">Those that forbid it, with those that could not be evaluated: to skip them, as Cedar does, would leak.</param>
/// <param name="Broken">Ids of all that could not be evaluated; a person must look.</param>
internal sealed record Verdict(IReadOnlyList<SharingRule> Permits, IReadOnlyList<SharingRule> Forbids, IReadOnlyList<string> Broken)
{
    private static readonly IReadOnlyList<string> None = [];

    /// <summary>Something permits it, nothing forbids it, and every obligation can be kept.</summary>
    public bool Allows => Permits.Count > 0 && Forbids.Count == 0 && UnknownObligations.Count == 0;

    public IReadOnlyList<string> Obligations { get; } = Permits.Any(rule => rule.Obligations.Count > 0) ? [.. Permits.SelectMany(rule => rule.Obligations).Distinct()] : None;

    /// <summary>An obligation that nobody knows cannot be kept.</summary>
    public IReadOnlyList<string> UnknownObligations => [.. Obligations.Where(obligation => !Sets.Obligations.Known.ContainsKey(obligation))];

    public static Verdict Of(SharingRules rules, CedarFacts facts, Request request)
    {
        var response = Authorizer.Decide(rules.Policies, request, facts.Entities);
        List<SharingRule> permits = [], forbids = [];
        foreach (var id in response.Reasons)
            (rules[id].Permits ? permits : forbids).Add(rules[id]);
        forbids.AddRange(response.Errors.Select(error => rules[error.PolicyId]).Where(rule => !rule.Permits));
        return new(permits, forbids, response.Errors.Count == 0 ? None : [.. response.Errors.Select(error => error.PolicyId)]);
    }
}
