using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Policies for one action, each filed once, under the narrower of what it asks of the principal and of the resource.</summary>
internal sealed class ScopeIndex
{
    private readonly PartIndex byPrincipal;
    private readonly PartIndex byResource;

    public ScopeIndex(IEnumerable<(CedarPolicy Policy, int Number)> policies)
    {
        var filed = policies.ToLookup(p => Breadth(p.Policy.Principal) <= Breadth(p.Policy.Resource));
        byPrincipal = new([.. filed[true].Select(p => new FiledPolicy(p.Number, p.Policy.Principal, Test(p.Policy.Resource, Variable.Resource), AttributeQuestion.Of(p.Policy)))]);
        byResource = new([.. filed[false].Select(p => new FiledPolicy(p.Number, p.Policy.Resource, Test(p.Policy.Principal, Variable.Principal), AttributeQuestion.Of(p.Policy)))]);
    }

    /// <summary>Adds the numbers of those whose principal and resource hold, less those whose first clause is false.</summary>
    public void AddTo(List<int> found, RequestView request)
    {
        byPrincipal.AddTo(found, request, request.Request.Principal, request.Principal);
        byResource.AddTo(found, request, request.Request.Resource, request.Resource);
    }

    /// <summary>The narrower, the fewer requests it holds for.</summary>
    private static int Breadth(ScopeConstraint constraint) => constraint switch
    {
        ScopeConstraint.Equal => 0,
        ScopeConstraint.In or ScopeConstraint.IsIn => 1,
        ScopeConstraint.Is => 2,
        _ => 3,
    };

    private static Func<RequestView, bool>? Test(ScopeConstraint constraint, Variable variable) =>
        constraint is ScopeConstraint.Any ? null : ScopeCompiler.Compile(constraint, variable);
}
