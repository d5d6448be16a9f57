namespace InfoShare.Checker.Checks;

/// <summary>What can be wrong.</summary>
public enum FindingKind
{
    /// <summary>Accepted, and somebody who must have it neither got it nor was the sender told.</summary>
    Lost,

    /// <summary>Had its effect twice.</summary>
    Doubled,

    /// <summary>A later ordinary one came before an earlier one of the same child.</summary>
    OutOfOrder,

    /// <summary>Somebody got what they must not have.</summary>
    Forbidden,

    /// <summary>The records are not whole, or do not tell of what happened.</summary>
    Audit,
}

/// <summary>One thing that is not as it must be. Names markers, ids and posts; never what a message says.</summary>
public sealed record Finding(FindingKind Kind, string What);
