using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>A policy in an index.</summary>
/// <param name="Number">Its place in the set.</param>
/// <param name="Constraint">The part of its scope that it is filed under.</param>
/// <param name="Other">Whether the other part of its scope holds; null where it always does.</param>
/// <param name="First">What it asks first, where that can be looked up.</param>
internal sealed record FiledPolicy(int Number, ScopeConstraint Constraint, Func<RequestView, bool>? Other, AttributeQuestion? First)
{
    /// <summary>Adds its number where its scope holds.</summary>
    public void AddTo(List<int> found, RequestView request)
    {
        if (Other is null || Other(request))
            found.Add(Number);
    }
}
