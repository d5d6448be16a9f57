using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Policies ready to decide: compiled, and indexed by what their scopes ask.</summary>
public sealed class PolicySet
{
    private readonly FrozenDictionary<string, CompiledPolicy> byId;
    private readonly CompiledPolicy[] policies;

    private PolicySet(CompiledPolicy[] policies, IReadOnlyList<CedarPolicy> templates)
    {
        this.policies = policies;
        Templates = templates;
        byId = policies.ToFrozenDictionary(policy => policy.Policy.Id);
        Index = new(policies);
    }

    /// <summary>Those that decide: first the policies in their order, then the links in theirs.</summary>
    public IReadOnlyList<CompiledPolicy> Policies => policies;

    /// <summary>In the order given.</summary>
    public IReadOnlyList<CedarPolicy> Templates { get; }

    internal PolicyIndex Index { get; }

    /// <summary>The policy of that number.</summary>
    internal CompiledPolicy this[int number] => policies[number];

    /// <summary>The policy, or the link, with that id; null where there is none.</summary>
    public CompiledPolicy? this[string id] => byId.GetValueOrDefault(id);

    /// <summary>The set; or all that is wrong with it: an id twice, or a link that does not fit.</summary>
    /// <param name="policies">Policies and templates.</param>
    /// <param name="links">What is made of the templates.</param>
    public static (PolicySet? Set, IReadOnlyList<string> Problems) Of(IReadOnlyList<CedarPolicy> policies, params IReadOnlyList<TemplateLink> links)
    {
        var templates = policies.Where(policy => policy.IsTemplate).ToList();
        var templatesById = templates.ToLookup(template => template.Id);
        var deciding = policies.Where(policy => !policy.IsTemplate).ToList();
        var problems = RepeatedIds([.. policies.Select(policy => policy.Id), .. links.Select(link => link.Id)]).ToList();
        foreach (var link in links)
        {
            var (policy, problem) = templatesById[link.TemplateId].FirstOrDefault() is { } template
                ? link.Apply(template)
                : (null, $"the link `{link.Id}` names no template: `{link.TemplateId}`");
            if (policy is not null)
                deciding.Add(policy);
            else
                problems.Add(problem!);
        }

        return problems.Count == 0 ? (new([.. deciding.Select(policy => new CompiledPolicy(policy))], templates), []) : (null, problems);
    }

    private static IEnumerable<string> RepeatedIds(IReadOnlyList<string> ids) =>
        ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"the id `{same.Key}` is there {same.Count()} times");
}
