namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Deny is zero, so a decision that nobody made denies.</summary>
public enum Decision
{
    /// <summary>A forbid is satisfied, or no permit is.</summary>
    Deny = 0,

    /// <summary>A permit is satisfied and no forbid is.</summary>
    Allow,
}

/// <summary>The answer to a request.</summary>
/// <remarks>Cedar documentation, "How Cedar authorization works".</remarks>
/// <param name="Reasons">Ids of the policies that determined it: the satisfied forbids, or else the satisfied permits. In the set's order.</param>
/// <param name="Errors">Policies that could not be evaluated. Each counts as not satisfied. In the set's order.</param>
public sealed record Response(Decision Decision, IReadOnlyList<string> Reasons, IReadOnlyList<PolicyError> Errors);

/// <summary>A policy that could not be evaluated, and why.</summary>
public sealed record PolicyError(string PolicyId, string Message);
