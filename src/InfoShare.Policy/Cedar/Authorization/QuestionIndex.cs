using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>
/// Policies filed under what they ask first, so that one answer serves all that ask the same. Where the answer is another
/// value, that first clause is false and the policy is not satisfied, whatever follows; where there is no answer, each errs.
/// </summary>
internal sealed class QuestionIndex
{
    private readonly FiledPolicy[] others;
    private readonly SameQuestion[] questions;

    public QuestionIndex(IEnumerable<FiledPolicy> policies)
    {
        var byQuestion = policies.ToLookup(policy => policy.First is { } first ? (first.Variable, first.Attribute) : default((Variable, string)?));
        others = [.. byQuestion.Where(same => same.Key is null || same.Count() == 1).SelectMany(same => same)];
        questions = [.. byQuestion.Where(same => same.Key is not null && same.Count() > 1).Select(same => new SameQuestion([.. same]))];
    }

    /// <summary>Adds the numbers of those whose scopes hold, less those whose first clause is false.</summary>
    public void AddTo(List<int> found, RequestView request)
    {
        foreach (var policy in others)
            policy.AddTo(found, request);
        foreach (var question in questions)
            question.AddTo(found, request);
    }

    private sealed class SameQuestion(FiledPolicy[] policies)
    {
        private readonly Evaluator ask = Attributes.Get(policies[0].First!.Variable, policies[0].First!.Attribute);

        private readonly FrozenDictionary<CedarValue, FiledPolicy[]> byAnswer =
            policies.GroupBy(policy => policy.First!.Value).ToFrozenDictionary(same => same.Key, same => same.ToArray());

        public void AddTo(List<int> found, RequestView request)
        {
            foreach (var policy in ask(request).Value is { } answer ? byAnswer.GetValueOrDefault(answer, []) : policies)
                policy.AddTo(found, request);
        }
    }
}
